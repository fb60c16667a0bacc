package dev.yiben.cli;

import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.FormatRegistry;
import dev.yiben.pipeline.InputFile;
import dev.yiben.pipeline.OnExists;
import dev.yiben.pipeline.interchange.ExchangeException;
import dev.yiben.pipeline.interchange.MergedDocument;
import dev.yiben.pipeline.interchange.Merger;
import dev.yiben.pipeline.interchange.Origin;
import dev.yiben.pipeline.interchange.ReadingOptions;
import dev.yiben.pipeline.interchange.ReturnedDocument;
import dev.yiben.pipeline.interchange.ReturnedFile;
import dev.yiben.pipeline.interchange.ReviewSettings;
import dev.yiben.pipeline.memory.MemoryUse;
import dev.yiben.pipeline.store.JobStore;
import dev.yiben.pipeline.work.OutputFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the documents that a file for review is about, and merges it into them. */
final class ReviewMerge {
  private final Environment environment;
  private final FormatRegistry formats;
  private final ReviewSettings settings;
  private final FormatOptions options;
  private final Places places;

  /**
   * Where all is.
   *
   * @param source the document that the user named
   * @param output what the user named as output
   * @param onExists what to do where an output is there already
   * @param jobFolder the folder of jobs that the user named
   * @param memory the translation memories, if they are to learn anything
   */
  record Places(
      Optional<Path> source,
      Optional<String> output,
      OnExists onExists,
      Optional<Path> jobFolder,
      Optional<MemoryUse> memory) {}

  /** A document that came back and the file that it is merged into. */
  private record Pair(ReturnedDocument returned, InputFile file, FormatOptions options) {}

  ReviewMerge(
      Environment environment,
      FormatRegistry formats,
      ReviewSettings settings,
      FormatOptions options,
      Places places) {
    this.environment = environment;
    this.formats = formats;
    this.settings = settings;
    this.options = options;
    this.places = places;
  }

  /** Merges the documents of a file for review. */
  List<MergedDocument> merge(Path file, ReturnedFile returned, LanguageTag language) {
    List<InputFile> inputs = new ArrayList<>();
    List<Pair> pairs = new ArrayList<>();
    Map<String, List<ReturnedDocument>> byOriginal = new LinkedHashMap<>();
    for (ReturnedDocument document : returned.documents()) {
      byOriginal
          .computeIfAbsent(document.origin().original(), name -> new ArrayList<>())
          .add(document);
    }
    if (places.source().isPresent() && byOriginal.size() > 1) {
      throw new ExchangeException(
          file + ": is about several documents, so that --source cannot name them");
    }
    for (List<ReturnedDocument> documents : byOriginal.values()) {
      Origin origin = documents.get(0).origin();
      Path source = source(file, origin);
      FormatOptions reading = ReadingOptions.in(options, origin).into(language.tag());
      List<InputFile> found = inputs(source, origin, reading, language);
      inputs.addAll(found);
      for (ReturnedDocument document : documents) {
        pairs.add(new Pair(document, input(file, document.origin(), found), reading));
      }
    }
    return merge(pairs, inputs, language);
  }

  private List<MergedDocument> merge(
      List<Pair> pairs, List<InputFile> inputs, LanguageTag language) {
    Path folder =
        new KnownJobs(environment, places.jobFolder())
            .of(pairs.get(0).file(), language)
            .orElseGet(
                () -> JobFolder.of(environment, places.jobFolder(), language, false, inputs));
    try (JobStore store = JobStore.open(folder)) {
      Merger merger = new Merger(formats, settings, store, places.memory());
      List<MergedDocument> merged = new ArrayList<>();
      for (Pair pair : pairs) {
        if (isWritten(pair.file(), store)) {
          merged.add(merger.merge(pair.returned(), pair.file(), pair.options()));
        }
      }
      return merged;
    }
  }

  /** Returns whether an output is to be written; what a job has written itself is no loss. */
  private boolean isWritten(InputFile file, JobStore store) {
    boolean foreign =
        places.onExists() != OnExists.REPLACE
            && !file.completed()
            && new OutputFile(file.output(), store).isForeign();
    if (foreign && places.onExists() == OnExists.FAIL) {
      throw new UsageException(
          file.output()
              + ": exists already; use --on-exists replace or skip, or choose another --output");
    }
    return !foreign;
  }

  private Path source(Path file, Origin origin) {
    if (places.source().isPresent()) {
      return environment.resolve(places.source().get());
    }
    Path named = Path.of(origin.original());
    if (origin.original().isEmpty() || named.isAbsolute()) {
      throw new ExchangeException(
          file + ": does not say where its document is; name it by --source");
    }
    Path source = file.toAbsolutePath().getParent().resolve(named).normalize();
    if (!Files.exists(source)) {
      throw new ExchangeException(
          file + ": its document " + source + " is not there; name it by --source");
    }
    Path here = environment.resolve(Path.of("")).toAbsolutePath().normalize();
    return environment.folder().toString().isEmpty() && source.startsWith(here)
        ? here.relativize(source)
        : source;
  }

  private List<InputFile> inputs(
      Path source, Origin origin, FormatOptions reading, LanguageTag language) {
    // What the file names as format is its document's, if it says so at all.
    Optional<String> format = origin.format().filter(id -> formats.byId(id).isPresent());
    Projects projects = new Projects(formats, format, List.of(reading), true);
    SourceFiles sources = new SourceFiles(environment, formats, projects, places.output());
    sources.add(source);
    if (!sources.problems().isEmpty()) {
      throw new ExchangeException(sources.problems().get(0));
    }
    return new OutputPlan(environment, sources.found(), List.of(language), places.output(), format)
        .files()
        .getOrDefault(language, List.of());
  }

  private static InputFile input(Path file, Origin origin, List<InputFile> inputs) {
    return inputs.stream()
        .filter(input -> partOf(input).equals(origin.part()))
        .findFirst()
        .orElseThrow(
            () ->
                new ExchangeException(
                    file
                        + ": there is no "
                        + origin.part().orElse("document")
                        + " any more in "
                        + origin.original()));
  }

  private static Optional<String> partOf(InputFile input) {
    return input.part().map(part -> part.target().toString().replace('\\', '/'));
  }
}
