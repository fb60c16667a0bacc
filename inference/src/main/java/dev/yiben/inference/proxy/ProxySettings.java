package dev.yiben.inference.proxy;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Proxies as the user has set them: Java's system properties ({@code https.proxyHost} and so on),
 * else the variables {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code ALL_PROXY} with {@code
 * NO_PROXY}, in capitals or not.
 */
public final class ProxySettings {
  private static final String NO_BASIC = "jdk.http.auth.tunneling.disabledSchemes";

  private ProxySettings() {}

  /** Sets what the environment says for a client to be built. */
  public static void apply(HttpClient.Builder client, Map<String, String> environment) {
    if (Stream.of(
            "http.proxyHost", "https.proxyHost", "socksProxyHost", "java.net.useSystemProxies")
        .anyMatch(name -> System.getProperty(name) != null)) {
      client.proxy(ProxySelector.getDefault());
      return;
    }
    Optional<URI> secure = proxy(environment, "HTTPS_PROXY");
    Optional<URI> plain = proxy(environment, "HTTP_PROXY");
    client.proxy(new VariableProxies(secure, plain, variable(environment, "NO_PROXY").orElse("")));
    authenticator(secure, plain).ifPresent(client::authenticator);
  }

  private static Optional<URI> proxy(Map<String, String> environment, String name) {
    return variable(environment, name)
        .or(() -> variable(environment, "ALL_PROXY"))
        .flatMap(VariableProxies::parse);
  }

  private static Optional<String> variable(Map<String, String> environment, String name) {
    String small = name.toLowerCase(java.util.Locale.ROOT);
    return Stream.of(small, name)
        .map(key -> environment.getOrDefault(key, ""))
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  private static Optional<Authenticator> authenticator(Optional<URI> secure, Optional<URI> plain) {
    Optional<String> user = secure.or(() -> plain).map(URI::getUserInfo);
    if (user.isEmpty()) {
      return Optional.empty();
    }
    if (System.getProperty(NO_BASIC) == null) {
      // Without it Java offers no password to a proxy on the way to https addresses.
      System.setProperty(NO_BASIC, "");
    }
    String[] parts = user.get().split(":", 2);
    return Optional.of(
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return getRequestorType() == RequestorType.PROXY
                ? new PasswordAuthentication(
                    parts[0], parts.length > 1 ? parts[1].toCharArray() : new char[0])
                : null;
          }
        });
  }
}
