package dev.yiben.inference.openai;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The proxies that the environment asks for, by {@code HTTP_PROXY}, {@code HTTPS_PROXY}, {@code
 * ALL_PROXY} and {@code NO_PROXY} in either case, as curl reads them; where a system property such
 * as {@code https.proxyHost} is set, Java's own settings hold instead.
 *
 * @see <a href="https://everything.curl.dev/usingcurl/proxies/env.html">Proxy variables</a>
 */
public final class Proxies {
  private static final List<String> PROPERTIES =
      List.of("http.proxyHost", "https.proxyHost", "socksProxyHost", "java.net.useSystemProxies");

  private static final String NO_TUNNELS_BY = "jdk.http.auth.tunneling.disabledSchemes";

  private final Map<String, URI> byScheme;
  private final List<String> except;
  private final boolean systemProperties;

  private Proxies(Map<String, URI> byScheme, List<String> except, boolean systemProperties) {
    this.byScheme = byScheme;
    this.except = except;
    this.systemProperties = systemProperties;
  }

  /** Returns none. */
  public static Proxies none() {
    return new Proxies(Map.of(), List.of(), false);
  }

  /**
   * Returns the proxies of an environment.
   *
   * @throws InferenceException if a variable holds no address of an HTTP proxy
   */
  public static Proxies of(Map<String, String> variables) {
    if (PROPERTIES.stream().anyMatch(name -> System.getProperty(name) != null)) {
      return new Proxies(Map.of(), List.of(), true);
    }
    Optional<URI> all = proxy(variables, "ALL_PROXY");
    Map<String, URI> byScheme = new HashMap<>();
    proxy(variables, "HTTP_PROXY").or(() -> all).ifPresent(uri -> byScheme.put("http", uri));
    proxy(variables, "HTTPS_PROXY").or(() -> all).ifPresent(uri -> byScheme.put("https", uri));
    List<String> except =
        variable(variables, "NO_PROXY").stream()
            .flatMap(list -> Arrays.stream(list.split("[,\\s]+")))
            .map(host -> host.toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", ""))
            .filter(host -> !host.isEmpty())
            .toList();
    return new Proxies(Map.copyOf(byScheme), except, false);
  }

  private static Optional<String> variable(Map<String, String> variables, String name) {
    return Optional.ofNullable(variables.get(name.toLowerCase(Locale.ROOT)))
        .or(() -> Optional.ofNullable(variables.get(name)))
        .filter(value -> !value.isBlank());
  }

  private static Optional<URI> proxy(Map<String, String> variables, String name) {
    return variable(variables, name)
        .map(
            value -> {
              try {
                URI uri = URI.create(value.contains("://") ? value : "http://" + value);
                if (uri.getHost() != null && "http".equalsIgnoreCase(uri.getScheme())) {
                  return uri;
                }
              } catch (IllegalArgumentException e) {
                // Its message has the value, which may hold a password.
              }
              throw new InferenceException(
                  Category.USER,
                  "the variable "
                      + name
                      + " holds no address of an HTTP proxy such as http://host:3128");
            });
  }

  /** Sets the proxies of a client to be built, with their names and passwords. */
  public void apply(HttpClient.Builder client) {
    client.proxy(selector());
    authenticator()
        .ifPresent(
            authenticator -> {
              if (System.getProperty(NO_TUNNELS_BY) == null) {
                // Else Java offers a proxy no password on the way to https addresses.
                System.setProperty(NO_TUNNELS_BY, "");
              }
              client.authenticator(authenticator);
            });
  }

  /** Returns what chooses the proxy of a request. */
  ProxySelector selector() {
    if (systemProperties) {
      return ProxySelector.getDefault();
    }
    return new ProxySelector() {
      @Override
      public List<Proxy> select(URI uri) {
        return List.of(proxyFor(uri));
      }

      @Override
      public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
    };
  }

  private Proxy proxyFor(URI uri) {
    URI proxy = byScheme.get(uri.getScheme().toLowerCase(Locale.ROOT));
    if (proxy == null || isExcepted(uri.getHost().toLowerCase(Locale.ROOT))) {
      return Proxy.NO_PROXY;
    }
    int port = proxy.getPort() < 0 ? 80 : proxy.getPort();
    return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.getHost(), port));
  }

  private boolean isExcepted(String host) {
    return EndpointAddress.isLoopback(host)
        || except.stream()
            .anyMatch(name -> name.equals("*") || host.equals(name) || host.endsWith("." + name));
  }

  /** Returns what answers the proxies' question for a name and password, if one is given. */
  Optional<Authenticator> authenticator() {
    if (byScheme.values().stream().allMatch(proxy -> proxy.getRawUserInfo() == null)) {
      return Optional.empty();
    }
    return Optional.of(
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return getRequestorType() == RequestorType.PROXY ? account(getRequestingHost()) : null;
          }
        });
  }

  private PasswordAuthentication account(String host) {
    return byScheme.values().stream()
        .filter(proxy -> proxy.getHost().equalsIgnoreCase(host) && proxy.getRawUserInfo() != null)
        .map(proxy -> proxy.getRawUserInfo().split(":", 2))
        .map(
            parts ->
                new PasswordAuthentication(
                    decoded(parts[0]), decoded(parts.length > 1 ? parts[1] : "").toCharArray()))
        .findFirst()
        .orElse(null);
  }

  /** Returns the passwords, so that they are never shown. */
  List<String> secrets() {
    return byScheme.values().stream()
        .filter(proxy -> proxy.getRawUserInfo() != null)
        .map(proxy -> proxy.getRawUserInfo().split(":", 2))
        .filter(parts -> parts.length > 1)
        .map(parts -> decoded(parts[1]))
        .distinct()
        .toList();
  }

  /** Returns what may be shown. */
  @Override
  public String toString() {
    return systemProperties ? "proxies of Java's properties" : "proxies for " + byScheme.keySet();
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
