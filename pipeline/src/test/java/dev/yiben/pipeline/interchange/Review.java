package dev.yiben.pipeline.interchange;

import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.FormatRegistry;
import dev.yiben.glossary.Glossary;
import dev.yiben.glossary.TermMatcher;
import dev.yiben.pipeline.InputFile;
import dev.yiben.pipeline.check.QaChecks;
import dev.yiben.pipeline.store.JobStore;
import dev.yiben.pipeline.store.StoredOutcome;
import dev.yiben.pipeline.testing.LinesFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A document of lines in a folder, to be taken out for a review and put back. */
final class Review {
  private final Path folder;
  private final FormatRegistry formats = new FormatRegistry(List.of(new LinesFormat()));
  private Glossary glossary = Glossary.empty();

  Review(Path folder) {
    this.folder = folder;
  }

  Review glossary(Glossary terms) {
    glossary = terms;
    return this;
  }

  /** Writes the document. */
  Review document(String... lines) {
    try {
      Files.writeString(input(), String.join("\n", lines) + "\n");
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path input() {
    return folder.resolve("story.lines");
  }

  InputFile file() {
    return new InputFile(input(), folder.resolve("story.zh.lines"), Optional.of("lines"));
  }

  Path extract(ExchangeFormat format) {
    return extract(format, List.of());
  }

  /** Writes the file for review. */
  Path extract(ExchangeFormat format, List<StoredOutcome> outcomes) {
    Path file = folder.resolve("story." + format + "." + format.extension());
    ExchangeDocument document =
        new Extractor(formats, settings())
            .extract(file(), "story.lines", FormatOptions.DEFAULT, outcomes);
    try (OutputStream out = Files.newOutputStream(file)) {
      new ExchangeWriter(format).write("zh", List.of(document), out);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a file for review back. */
  MergedDocument merge(Path file) {
    try (JobStore store = JobStore.open(folder.resolve("job"))) {
      return merge(file, store);
    }
  }

  MergedDocument merge(Path file, JobStore store) {
    ReturnedFile returned = ReviewFiles.read(file);
    return new Merger(formats, settings(), store, Optional.empty())
        .merge(returned.documents().get(0), file(), FormatOptions.DEFAULT);
  }

  /** Changes the text of a file. */
  static Path edit(Path file, UnaryOperator<String> change) {
    try {
      String before = Files.readString(file);
      String after = change.apply(before);
      if (after.equals(before)) {
        throw new IllegalStateException("Nothing was changed in " + before);
      }
      return Files.writeString(file, after);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the lines of the merged document. */
  List<String> output() {
    try {
      return Files.readAllLines(folder.resolve("story.zh.lines"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ReviewSettings settings() {
    return new ReviewSettings(
        Optional.of("en"), "zh", new TermMatcher(glossary), QaChecks.all(Map.of()));
  }
}
