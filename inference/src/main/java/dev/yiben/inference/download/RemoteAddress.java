package dev.yiben.inference.download;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a file is to be had.
 *
 * @param uri address of the file, http or https
 * @param token sent to the server of that address, and to no other that it leads to
 * @param refused what the user can do where access is refused
 */
public record RemoteAddress(URI uri, Optional<AccessToken> token, String refused) {
  /**
   * Checks the address.
   *
   * @throws InferenceException if it is none of a file on the web
   */
  public RemoteAddress {
    requireWeb(uri);
  }

  /** Returns an address that needs no token. */
  public static RemoteAddress open(URI uri) {
    return new RemoteAddress(
        uri, Optional.empty(), "fetch it with a browser that is logged in there");
  }

  static URI requireWeb(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new InferenceException(
          Category.USER, readable(uri) + ": only http and https addresses can be fetched");
    }
    if (uri.getHost() == null || uri.getUserInfo() != null) {
      throw new InferenceException(
          Category.USER,
          readable(uri) + ": is no address of a file on the web (https://host/path, no password)");
    }
    return uri;
  }

  /** Returns the token's header for an address, if it may have it. */
  Optional<String> authorization(URI asked) {
    return token
        .filter(t -> sameOrigin(uri, asked) && confidential(asked))
        .map(AccessToken::header);
  }

  static boolean sameOrigin(URI a, URI b) {
    return a.getScheme().equalsIgnoreCase(b.getScheme())
        && a.getHost().equalsIgnoreCase(b.getHost())
        && port(a) == port(b);
  }

  private static boolean confidential(URI uri) {
    return uri.getScheme().equalsIgnoreCase("https")
        || uri.getHost().matches("localhost|127\\.[0-9.]+|\\[::1\\]");
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
  }

  /** Returns an address without what may be secret in it: user, password and parameters. */
  static String readable(URI uri) {
    String host = uri.getHost() == null ? "" : uri.getHost();
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String path = uri.getPath() == null ? "" : uri.getPath();
    return uri.getScheme() + "://" + host + port + path;
  }

  /** Returns the address without its parameters, which may be secret. */
  @Override
  public String toString() {
    return readable(uri);
  }
}
