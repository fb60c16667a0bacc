package dev.yiben.inference.models;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.download.Downloader;
import dev.yiben.inference.download.NotFoundException;
import dev.yiben.inference.download.Wanted;
import dev.yiben.inference.gguf.GgufException;
import dev.yiben.inference.gguf.GgufHeader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Brings models into the folder of models. */
public final class ModelPull {
  private static final Pattern FILE_NAME =
      Pattern.compile(
          "[\\p{L}\\p{N}_][\\p{L}\\p{N} ._+()\\[\\]-]{0,199}\\.gguf", Pattern.CASE_INSENSITIVE);

  private final ModelFolder folder;
  private final Catalogue catalogue;
  private final Map<String, String> environment;
  private final Downloader downloader;

  /**
   * Creates one.
   *
   * @param environment the variables, of which HF_ENDPOINT, HF_TOKEN and those of ModelScope count
   */
  public ModelPull(
      ModelFolder folder,
      Catalogue catalogue,
      Map<String, String> environment,
      Downloader downloader) {
    this.folder = folder;
    this.catalogue = catalogue;
    this.environment = Map.copyOf(environment);
    this.downloader = downloader;
  }

  /**
   * What to bring.
   *
   * @param model {@code NAME}, {@code NAME:QUANTISATION}, {@code hf:owner/repository/file.gguf},
   *     the same with {@code ms:}, or an address on the web
   * @param hub where to take models of the catalogue from
   * @param fileName name in the folder; empty for that of the file
   * @param sha256 checksum in lower case; empty for the server's
   */
  public record Request(
      String model, Hub hub, Optional<String> fileName, Optional<String> sha256) {}

  /**
   * A model of which all files are there.
   *
   * @param files the first one first
   * @param fetched whether any had to be fetched
   */
  public record Pulled(List<Path> files, boolean fetched) {
    public Pulled {
      files = List.copyOf(files);
    }
  }

  /**
   * Brings a model, with all parts of a split one.
   *
   * @param announce takes the name of each file that is going to be fetched
   * @throws InferenceException if it cannot be had; the message says what to do
   */
  public Pulled pull(Request request, Consumer<String> announce) throws InterruptedException {
    ModelSource source = source(request);
    List<ModelSource> parts = source.parts();
    if (parts.size() > 1 && (request.sha256().isPresent() || request.fileName().isPresent())) {
      throw new InferenceException(
          Category.USER,
          request.model() + ": a split model keeps its names and has a checksum for each file");
    }
    List<Path> files = new ArrayList<>();
    boolean fetched = false;
    for (ModelSource part : parts) {
      Path target = target(request.fileName().orElse(part.fileName()), request);
      if (!Files.exists(target)) {
        announce.accept(String.valueOf(target.getFileName()));
        fetch(part, target, request.sha256());
        fetched = true;
      }
      files.add(target);
    }
    return new Pulled(files, fetched);
  }

  private ModelSource source(Request request) throws InterruptedException {
    Optional<ModelSource> given = ModelSource.parse(request.model(), environment);
    if (given.isPresent()) {
      if (given.get() instanceof ModelSource.HubFile file && file.path().isEmpty()) {
        throw new InferenceException(
            Category.USER,
            request.model()
                + ": name a file of it"
                + new RepositoryFiles(downloader, environment).instead(file));
      }
      return given.get();
    }
    CatalogueFile file = catalogue.entry(request.model()).file();
    return switch (request.hub()) {
      case HUGGING_FACE ->
          new ModelSource.HubFile(Hub.HUGGING_FACE, file.repository(), file.file());
      case MODEL_SCOPE ->
          new ModelSource.HubFile(
              Hub.MODEL_SCOPE,
              file.modelScope()
                  .orElseThrow(
                      () ->
                          new InferenceException(
                              Category.USER,
                              request.model()
                                  + ": the catalogue knows of none on ModelScope; take it from"
                                  + " Hugging Face, or name it as ms:owner/repository/file.gguf")),
              file.file());
    };
  }

  private Path target(String fileName, Request request) {
    if (!FILE_NAME.matcher(fileName).matches()) {
      throw new InferenceException(
          Category.USER,
          request.model()
              + ": '"
              + fileName.replaceAll("\\p{Cntrl}", " ")
              + "' is no name for a model; it must end with .gguf (--as NAME.gguf gives another)");
    }
    return folder.path().resolve(fileName);
  }

  /** A model for a newer engine is kept: a server may run it. */
  private static void check(Path file) {
    try {
      GgufHeader.read(file);
    } catch (GgufException e) {
      if (!e.isNewer()) {
        throw e;
      }
    }
  }

  private void fetch(ModelSource source, Path target, Optional<String> sha256)
      throws InterruptedException {
    Wanted wanted =
        new Wanted("GGUF", sha256.map(hash -> hash.toLowerCase(Locale.ROOT)), ModelPull::check);
    try {
      downloader.fetch(source.address(environment), target, wanted);
    } catch (NotFoundException e) {
      String more =
          source instanceof ModelSource.HubFile file
              ? new RepositoryFiles(downloader, environment).instead(file)
              : "";
      throw new InferenceException(Category.USER, e.getMessage() + more, e);
    }
  }
}
