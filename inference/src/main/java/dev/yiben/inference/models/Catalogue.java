package dev.yiben.inference.models;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Models that translate well and that the embedded llama.cpp loads.
 *
 * @param models in the order in which they are shown
 */
public record Catalogue(List<CatalogueModel> models) {
  private static final String RESOURCE = "catalogue.json";

  public Catalogue {
    models = List.copyOf(models);
  }

  /** Returns the catalogue that comes with the program. */
  public static Catalogue load() {
    try (InputStream in = Catalogue.class.getResourceAsStream(RESOURCE)) {
      return JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build()
          .readValue(in, Catalogue.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of a model. */
  public record Entry(CatalogueModel model, CatalogueFile file) {}

  /** Returns the model of a name, with or without {@code :QUANTISATION}. */
  public Optional<CatalogueModel> model(String name) {
    String bare = name.replaceFirst(":.*", "");
    return models.stream().filter(model -> model.name().equalsIgnoreCase(bare)).findFirst();
  }

  /**
   * Returns what a name means.
   *
   * @param name of a model, or {@code NAME:QUANTISATION}; without one the usual one is meant
   * @throws InferenceException if there is none; the message names those that there are
   */
  public Entry entry(String name) {
    CatalogueModel model =
        model(name)
            .orElseThrow(
                () ->
                    new InferenceException(
                        Category.USER,
                        "'"
                            + name
                            + "' is no model of the catalogue"
                            + didYouMean(name)
                            + "; 'translate models list' shows them all"));
    int colon = name.indexOf(':');
    if (colon < 0) {
      return new Entry(model, model.files().get(0));
    }
    CatalogueFile file =
        model
            .file(name.substring(colon + 1))
            .orElseThrow(
                () ->
                    new InferenceException(
                        Category.USER,
                        "'" + name + "' is not in the catalogue; it has " + variants(model)));
    return new Entry(model, file);
  }

  /** Returns the entry that a file in the folder of models came from, by its name. */
  public Optional<Entry> entryOf(Path file) {
    String name = String.valueOf(file.getFileName());
    for (CatalogueModel model : models) {
      for (CatalogueFile candidate : model.files()) {
        if (candidate.file().equals(name)) {
          return Optional.of(new Entry(model, candidate));
        }
      }
    }
    return Optional.empty();
  }

  private static String variants(CatalogueModel model) {
    return model.files().stream()
        .map(file -> model.name() + ":" + file.quantisation())
        .collect(Collectors.joining(", "));
  }

  private String didYouMean(String name) {
    List<String> near =
        NearNames.of(
            name.replaceFirst(":.*", ""), models.stream().map(CatalogueModel::name).toList());
    return near.isEmpty() ? "" : " (did you mean " + String.join(" or ", near) + "?)";
  }
}
