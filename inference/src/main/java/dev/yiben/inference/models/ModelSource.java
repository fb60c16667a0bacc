package dev.yiben.inference.models;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.download.RemoteAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Where the files of one model are to be had. */
sealed interface ModelSource {
  /** The file, or the first part of a split model. */
  String fileName();

  /** Returns the source of another file beside this one. */
  ModelSource sibling(String fileName);

  RemoteAddress address(Map<String, String> environment);

  /** A file of a repository. */
  record HubFile(Hub hub, String repository, String path) implements ModelSource {
    @Override
    public String fileName() {
      return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public ModelSource sibling(String fileName) {
      return new HubFile(hub, repository, path.substring(0, path.lastIndexOf('/') + 1) + fileName);
    }

    @Override
    public RemoteAddress address(Map<String, String> environment) {
      return hub.file(repository, path, environment);
    }
  }

  /** A file anywhere else on the web. */
  record WebFile(URI uri) implements ModelSource {
    @Override
    public String fileName() {
      String path = String.valueOf(uri.getPath());
      return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public ModelSource sibling(String fileName) {
      Matcher part = PART.matcher(fileName);
      String number = part.matches() ? part.group(2) : "";
      return new WebFile(
          URI.create(uri.toString().replaceFirst("-\\d{5}(-of-\\d{5}\\.)", "-" + number + "$1")));
    }

    @Override
    public RemoteAddress address(Map<String, String> environment) {
      return RemoteAddress.open(uri);
    }
  }

  Pattern OF_HUB = Pattern.compile("(hf|ms):([^/]+)/([^/]+)(?:/(.+))?");
  Pattern OF_HUGGING_FACE = Pattern.compile("/([^/]+)/([^/]+)/(?:resolve|blob)/main/(.+)");
  Pattern OF_MODEL_SCOPE =
      Pattern.compile("/models/([^/]+)/([^/]+)/(?:resolve|file/view)/master/(.+)");
  Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+-]{0,200}");
  Pattern PART = Pattern.compile("(.+)-(\\d{5})-of-(\\d{5})\\.gguf", Pattern.CASE_INSENSITIVE);

  /**
   * Returns what an address means, or nothing if it is none but a name.
   *
   * @throws InferenceException if it is neither
   */
  static Optional<ModelSource> parse(String text, Map<String, String> environment) {
    Matcher hub = OF_HUB.matcher(text);
    if (hub.matches()) {
      Hub site = hub.group(1).equals("hf") ? Hub.HUGGING_FACE : Hub.MODEL_SCOPE;
      return Optional.of(hubFile(text, site, hub.group(2), hub.group(3), hub.group(4)));
    }
    if (text.startsWith("hf:") || text.startsWith("ms:")) {
      throw new InferenceException(
          Category.USER, "'" + text + "' should be like hf:owner/repository/file.gguf");
    }
    if (!text.contains("://") && !text.startsWith("file:")) {
      return Optional.empty();
    }
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw new InferenceException(Category.USER, "'" + text + "' is no address", e);
    }
    RemoteAddress.open(uri);
    return Optional.of(known(uri, environment).orElseGet(() -> new WebFile(uri)));
  }

  /** Addresses copied from the browser lead to the same as the short form. */
  private static Optional<ModelSource> known(URI uri, Map<String, String> environment) {
    for (Hub hub : Hub.values()) {
      Pattern pattern = hub == Hub.HUGGING_FACE ? OF_HUGGING_FACE : OF_MODEL_SCOPE;
      Matcher path = pattern.matcher(String.valueOf(uri.getPath()));
      if (hub.isAt(uri, environment) && path.matches()) {
        return Optional.of(
            hubFile(uri.getPath(), hub, path.group(1), path.group(2), path.group(3)));
      }
    }
    return Optional.empty();
  }

  private static HubFile hubFile(String text, Hub hub, String owner, String name, String path) {
    List<String> parts = path == null ? List.of() : List.of(path.split("/", -1));
    if (!NAME.matcher(owner).matches()
        || !NAME.matcher(name).matches()
        || !parts.stream().allMatch(part -> NAME.matcher(part).matches())) {
      throw new InferenceException(
          Category.USER,
          "'"
              + text
              + "' is no name of a file there; it should be like hf:owner/repository/file.gguf");
    }
    return new HubFile(hub, owner + "/" + name, path == null ? "" : path);
  }

  /** Returns this source, or if it is a part of a split model those of all parts. */
  default List<ModelSource> parts() {
    Matcher part = PART.matcher(fileName());
    if (!part.matches()) {
      return List.of(this);
    }
    int count = Integer.parseInt(part.group(3));
    if (count < 1 || count > 999) {
      throw new InferenceException(
          Category.USER, fileName() + ": a model of " + count + " files cannot be fetched");
    }
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            number ->
                sibling(
                    String.format(
                        Locale.ROOT, "%s-%05d-of-%05d.gguf", part.group(1), number, count)))
        .toList();
  }
}
