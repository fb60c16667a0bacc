package dev.yiben.inference.proxy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Chooses between proxies as environment variables name them. */
final class VariableProxies extends ProxySelector {
  private static final int USUAL_PORT = 3128;

  private final Optional<URI> secure;
  private final Optional<URI> plain;
  private final List<String> direct;

  VariableProxies(Optional<URI> secure, Optional<URI> plain, String direct) {
    this.secure = secure;
    this.plain = plain;
    this.direct =
        Arrays.stream(direct.toLowerCase(Locale.ROOT).split("[,\\s]+"))
            .filter(name -> !name.isEmpty())
            .toList();
  }

  /** Returns a proxy's address; {@code host:port} is one too. */
  static Optional<URI> parse(String text) {
    String full = text.contains("://") ? text.strip() : "http://" + text.strip();
    try {
      URI uri = new URI(full);
      boolean spoken = List.of("http", "https").contains(uri.getScheme().toLowerCase(Locale.ROOT));
      return spoken && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  @Override
  public List<Proxy> select(URI uri) {
    Optional<URI> proxy = "https".equalsIgnoreCase(uri.getScheme()) ? secure : plain;
    if (proxy.isEmpty() || isDirect(uri)) {
      return List.of(Proxy.NO_PROXY);
    }
    int port = proxy.get().getPort();
    return List.of(
        new Proxy(
            Proxy.Type.HTTP,
            InetSocketAddress.createUnresolved(
                proxy.get().getHost(), port < 0 ? USUAL_PORT : port)));
  }

  private boolean isDirect(URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    if (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]")) {
      return true;
    }
    for (String name : direct) {
      String bare = name.replaceFirst("^\\*?\\.", "").replaceFirst(":\\d+$", "");
      if (name.equals("*") || host.equals(bare) || host.endsWith("." + bare)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    // The request fails with the same reason.
  }
}
