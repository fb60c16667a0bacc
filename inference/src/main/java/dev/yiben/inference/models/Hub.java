package dev.yiben.inference.models;

import dev.yiben.inference.download.AccessToken;
import dev.yiben.inference.download.RemoteAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;

/** A site that models are published on. */
public enum Hub {
  HUGGING_FACE("hf", "https://huggingface.co", "HF_ENDPOINT", "HF_TOKEN"),
  MODEL_SCOPE("ms", "https://www.modelscope.cn", "MODELSCOPE_ENDPOINT", "MODELSCOPE_API_TOKEN");

  private final String prefix;
  private final String site;
  private final String endpointVariable;
  private final String tokenVariable;

  Hub(String prefix, String site, String endpointVariable, String tokenVariable) {
    this.prefix = prefix;
    this.site = site;
    this.endpointVariable = endpointVariable;
    this.tokenVariable = tokenVariable;
  }

  /** Returns the short name that starts the name of a file there. */
  public String prefix() {
    return prefix;
  }

  /** Returns the address of the site or of the mirror that the environment names. */
  String endpoint(Map<String, String> environment) {
    String own = environment.getOrDefault(endpointVariable, "").strip();
    return (own.isEmpty() ? site : own).replaceFirst("/+$", "");
  }

  /** Returns whether an address is of this site or its mirror. */
  boolean isAt(URI uri, Map<String, String> environment) {
    String host = String.valueOf(uri.getHost());
    return host.equalsIgnoreCase(URI.create(site).getHost())
        || (this == MODEL_SCOPE && host.equalsIgnoreCase("modelscope.cn"))
        || uri.toString().startsWith(endpoint(environment) + "/");
  }

  /** Returns the address of a file. */
  RemoteAddress file(String repository, String path, Map<String, String> environment) {
    return address(
        repository,
        switch (this) {
          case HUGGING_FACE -> "/" + repository + "/resolve/main/" + path;
          case MODEL_SCOPE -> "/models/" + repository + "/resolve/master/" + path;
        },
        "",
        environment);
  }

  /** Returns the address of the list of files, as JSON. */
  RemoteAddress listing(String repository, Map<String, String> environment) {
    return switch (this) {
      case HUGGING_FACE ->
          address(
              repository,
              "/api/models/" + repository + "/tree/main",
              "recursive=true",
              environment);
      case MODEL_SCOPE ->
          address(
              repository,
              "/api/v1/models/" + repository + "/repo/files",
              "Revision=master&Recursive=true",
              environment);
    };
  }

  private RemoteAddress address(
      String repository, String path, String query, Map<String, String> environment) {
    String base = endpoint(environment);
    String page = site + (this == MODEL_SCOPE ? "/models/" : "/") + repository;
    try {
      URI encoded = new URI(null, null, path, query.isEmpty() ? null : query, null);
      return new RemoteAddress(
          new URI(base + encoded),
          AccessToken.of(environment.getOrDefault(tokenVariable, "")),
          "accept the model's licence on "
              + page
              + " and set "
              + tokenVariable
              + " to a token of yours, or check the name of the repository");
    } catch (URISyntaxException e) {
      throw new dev.yiben.inference.InferenceException(
          dev.yiben.inference.InferenceException.Category.USER,
          endpointVariable + ": '" + base + "' is no address",
          e);
    }
  }
}
