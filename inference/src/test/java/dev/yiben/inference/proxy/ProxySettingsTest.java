package dev.yiben.inference.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Authenticator.RequestorType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProxySettingsTest {
  private static HttpClient client(Map<String, String> environment) {
    HttpClient.Builder builder = HttpClient.newBuilder();
    ProxySettings.apply(builder, environment);
    return builder.build();
  }

  private static String proxy(Map<String, String> environment, String address) {
    Proxy proxy = client(environment).proxy().orElseThrow().select(URI.create(address)).get(0);
    return proxy.address() instanceof InetSocketAddress chosen
        ? chosen.getHostString() + ":" + chosen.getPort()
        : "direct";
  }

  @Test
  void takesTheProxyOfTheScheme() {
    Map<String, String> both =
        Map.of("HTTPS_PROXY", "http://secure:8443", "http_proxy", "plain:3129");

    assertThat(proxy(both, "https://huggingface.co/x")).isEqualTo("secure:8443");
    assertThat(proxy(both, "http://huggingface.co/x")).isEqualTo("plain:3129");
    assertThat(proxy(Map.of("ALL_PROXY", "http://any"), "http://a.b/")).isEqualTo("any:3128");
    assertThat(proxy(Map.of(), "https://huggingface.co/x")).isEqualTo("direct");
    assertThat(proxy(Map.of("HTTPS_PROXY", "no proxy"), "https://a.b/")).isEqualTo("direct");
  }

  @ParameterizedTest
  @CsvSource({
    "huggingface.co, direct",
    "'.huggingface.co', direct",
    "'*.huggingface.co', direct",
    "'other.org, huggingface.co:443', direct",
    "*, direct",
    "face.co, p:1",
    "cdn.huggingface.co, p:1",
    "'', p:1"
  })
  void leavesOutWhatGoesDirectly(String direct, String expected) {
    assertThat(
            proxy(
                Map.of("HTTPS_PROXY", "http://p:1", "NO_PROXY", direct),
                "https://huggingface.co/x"))
        .isEqualTo(expected);
  }

  @Test
  void neverSendsTheOwnMachineThroughAProxy() {
    Map<String, String> all = Map.of("ALL_PROXY", "http://p:1");

    assertThat(proxy(all, "http://localhost:8080/")).isEqualTo("direct");
    assertThat(proxy(all, "http://127.0.0.1:8080/")).isEqualTo("direct");
  }

  @Test
  void givesThePasswordToTheProxyOnly() throws Exception {
    HttpClient client = client(Map.of("HTTPS_PROXY", "http://me:secret@p:1"));

    assertThat(ask(client, RequestorType.PROXY).getPassword()).isEqualTo("secret".toCharArray());
    assertThat(ask(client, RequestorType.SERVER)).isNull();
  }

  private static PasswordAuthentication ask(HttpClient client, RequestorType type)
      throws Exception {
    return client
        .authenticator()
        .orElseThrow()
        .requestPasswordAuthenticationInstance(
            "p", InetAddress.getLoopbackAddress(), 1, "http", "", "basic", null, type);
  }
}
