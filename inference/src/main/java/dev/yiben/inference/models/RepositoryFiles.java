package dev.yiben.inference.models;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.download.Downloader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists the model files of a repository, for a better message where one is not there. */
final class RepositoryFiles {
  private static final Logger LOG = LoggerFactory.getLogger(RepositoryFiles.class);
  private static final int LARGEST_LIST = 1 << 23;
  private static final int MOST_NAMED = 8;

  private final Downloader downloader;
  private final Map<String, String> environment;

  RepositoryFiles(Downloader downloader, Map<String, String> environment) {
    this.downloader = downloader;
    this.environment = environment;
  }

  /** Returns the names, or none if they cannot be had. */
  List<String> of(Hub hub, String repository) throws InterruptedException {
    try {
      String json = downloader.read(hub.listing(repository, environment), LARGEST_LIST);
      JsonNode root = JsonMapper.shared().readTree(json);
      JsonNode files = hub == Hub.HUGGING_FACE ? root : root.path("Data").path("Files");
      List<String> names = new ArrayList<>();
      for (JsonNode file : files) {
        String name = file.path(hub == Hub.HUGGING_FACE ? "path" : "Path").asString("");
        if (name.toLowerCase(Locale.ROOT).endsWith(ModelFolder.SUFFIX)) {
          names.add(name);
        }
      }
      return names;
    } catch (InferenceException | JacksonException e) {
      LOG.debug("{}: no list of files", repository, e);
      return List.of();
    }
  }

  /**
   * Returns what a repository has for one who asked for something else, as a part of a sentence.
   */
  String instead(ModelSource.HubFile asked) throws InterruptedException {
    List<String> names = of(asked.hub(), asked.repository());
    List<String> near = NearNames.of(asked.path(), names);
    if (!near.isEmpty()) {
      return "; did you mean " + String.join(" or ", near) + "?";
    }
    if (names.isEmpty()) {
      return "";
    }
    return "; "
        + asked.repository()
        + " has "
        + String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())))
        + (names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "");
  }
}
