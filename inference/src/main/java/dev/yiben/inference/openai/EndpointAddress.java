package dev.yiben.inference.openai;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where an endpoint is and of which kind.
 *
 * @param preset its kind; {@value #UNKNOWN} until the server has told it
 * @param url the base of its paths, without a slash at the end
 */
public record EndpointAddress(EndpointPreset preset, URI url) {
  static final String UNKNOWN = "openai-compatible";

  /** Creates an address; what users tend to add to the base or to leave out is put right. */
  public EndpointAddress {
    url = base(preset, url);
  }

  /**
   * Reads what users write: the name of a preset, a URL, or both as {@code vllm=http://gpu:8000}.
   *
   * @throws InferenceException if it is none of these
   */
  public static EndpointAddress parse(String text) {
    List<EndpointPreset> presets = EndpointPreset.all();
    int equals = text.indexOf('=');
    if (equals > 0 && text.startsWith("http", equals + 1)) {
      return new EndpointAddress(
          preset(presets, text.substring(0, equals)), url(text.substring(equals + 1)));
    }
    if (!text.contains("://")) {
      EndpointPreset preset = preset(presets, text);
      if (preset.url() == null) {
        throw refused(
            preset.title() + " has no usual address: give it as " + preset.name() + "=http://…");
      }
      return new EndpointAddress(preset, preset.url());
    }
    URI url = url(text);
    EndpointPreset preset =
        presets.stream()
            .filter(candidate -> isService(candidate, url))
            .findFirst()
            .orElseGet(() -> preset(presets, UNKNOWN));
    return new EndpointAddress(preset, url);
  }

  private static boolean isService(EndpointPreset preset, URI url) {
    return preset.url() != null
        && !preset.local()
        && preset.url().getHost().equalsIgnoreCase(url.getHost());
  }

  private static EndpointPreset preset(List<EndpointPreset> presets, String name) {
    return presets.stream()
        .filter(preset -> preset.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                refused(
                    "«"
                        + OneLine.of(name)
                        + "» is neither a URL (http://…) nor the name of an endpoint; known: "
                        + presets.stream()
                            .map(EndpointPreset::name)
                            .collect(Collectors.joining(", "))));
  }

  private static URI url(String text) {
    try {
      URI url = new URI(text.strip());
      if (url.getRawUserInfo() != null) {
        throw refused(
            "the URL of the endpoint holds a password; put it into the variable"
                + " TRANSLATE_API_KEY or a header instead");
      }
      if (url.getHost() == null
          || !("http".equalsIgnoreCase(url.getScheme())
              || "https".equalsIgnoreCase(url.getScheme()))) {
        throw refused(OneLine.of(text) + " is no URL of the form http://host:port/path");
      }
      return url;
    } catch (URISyntaxException e) {
      throw refused(OneLine.of(text) + " is no URL: " + e.getReason());
    }
  }

  private static InferenceException refused(String message) {
    return new InferenceException(Category.USER, message);
  }

  private static URI base(EndpointPreset preset, URI url) {
    String path = Optional.ofNullable(url.getRawPath()).orElse("");
    path = path.replaceFirst("/+$", "").replaceFirst("/chat/completions$", "");
    if (preset.api() == EndpointPreset.Api.OLLAMA) {
      path = path.replaceFirst("/(v1|api|api/chat)$", "");
    } else if (path.isEmpty()) {
      path = preset.url() == null ? "/v1" : preset.url().getRawPath();
    }
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    return URI.create(url.getScheme() + "://" + url.getRawAuthority() + path + query);
  }

  /** Returns the same server as one of another kind. */
  EndpointAddress as(EndpointPreset other) {
    return new EndpointAddress(other, url);
  }

  /** Returns the URL of a path below the base. */
  URI api(String path) {
    return at(url.getRawPath() + "/" + path);
  }

  /** Returns the URL of a path of the server's own, beside the base of OpenAI's API. */
  URI server(String path) {
    return at(url.getRawPath().replaceFirst("/(openai/)?v\\d+$", "") + "/" + path);
  }

  private URI at(String path) {
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    return URI.create(url.getScheme() + "://" + url.getRawAuthority() + path + query);
  }

  /** Returns whether it is on this machine. */
  boolean isLoopback() {
    return isLoopback(url.getHost());
  }

  static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.startsWith("127.")
        || host.equals("[::1]")
        || host.equals("::1");
  }

  /** Returns what messages call it: what it is and where, without a query, which may be secret. */
  @Override
  public String toString() {
    return preset.title() + " at " + at(url.getRawPath()).toString().replaceFirst("\\?.*", "");
  }
}
