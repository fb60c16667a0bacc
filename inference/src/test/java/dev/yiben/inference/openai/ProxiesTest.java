package dev.yiben.inference.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.inference.InferenceException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {

  @ParameterizedTest
  @CsvSource({
    "https://api.example/v1, secure, 8443",
    "http://api.example/v1, plain, 3128",
    "http://localhost:8080/v1, ,",
    "http://127.0.0.1:8080/v1, ,",
    "https://gpu.lan/v1, ,",
    "https://lan/v1, ,",
    "https://vlan/v1, secure, 8443",
  })
  void choosesBySchemeAndHost(String url, String host, Integer port) {
    Proxies proxies =
        Proxies.of(
            Map.of(
                "HTTPS_PROXY",
                "http://secure:8443",
                "http_proxy",
                "plain:3128",
                "NO_PROXY",
                "other.example, .lan"));

    Proxy proxy = proxies.selector().select(URI.create(url)).get(0);

    if (host == null) {
      assertThat(proxy).isEqualTo(Proxy.NO_PROXY);
    } else {
      InetSocketAddress address = (InetSocketAddress) proxy.address();
      assertThat(address.getHostString()).isEqualTo(host);
      assertThat(address.getPort()).isEqualTo(port);
    }
  }

  @Test
  void knowsThePasswordButDoesNotShowIt() {
    Proxies proxies = Proxies.of(Map.of("ALL_PROXY", "http://me:s3cret%21@proxy:3128"));

    assertThat(proxies.secrets()).containsExactly("s3cret!");
    assertThat(proxies.authenticator()).isPresent();
    assertThat(proxies.toString()).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"socks5://me:s3cret@proxy:1080", "http://me:s3cret@", "http://a b:s3cret"})
  void refusesOthersWithoutTheirText(String value) {
    assertThatThrownBy(() -> Proxies.of(Map.of("HTTPS_PROXY", value)))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("HTTPS_PROXY")
        .message()
        .doesNotContain("s3cret");
  }
}
