package dev.yiben.cli;

import dev.yiben.pipeline.InputFile;
import dev.yiben.pipeline.JobException;
import dev.yiben.pipeline.store.JobStore;
import dev.yiben.pipeline.store.StoredOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the job that has translated a file, whatever the command line was. */
final class KnownJobs {
  private final Environment environment;
  private final Optional<Path> chosen;

  /**
   * Creates a search.
   *
   * @param chosen the folder of jobs that the user named
   */
  KnownJobs(Environment environment, Optional<Path> chosen) {
    this.environment = environment;
    this.chosen = chosen;
  }

  /** Returns the folder of the job that has finished a file last, if there is any. */
  Optional<Path> of(InputFile file, LanguageTag language) {
    return folders(language).stream()
        .filter(folder -> Files.exists(folder.resolve(JobStore.FILE)))
        .filter(folder -> !outcomes(folder, file, language).isEmpty())
        .findFirst();
  }

  /** Returns what a job has made of the segments of a file; nothing if it has not finished it. */
  static List<StoredOutcome> outcomes(Path folder, InputFile file, LanguageTag language) {
    try (JobStore store = JobStore.open(folder)) {
      return store.outcomes(file.document().toString(), language.tag());
    } catch (JobException e) {
      // In use, or of another version: as good as none.
      return List.of();
    }
  }

  private List<Path> folders(LanguageTag language) {
    if (chosen.isPresent()) {
      Path folder = environment.resolve(chosen.get());
      return List.of(folder, folder.resolve(language.tag()));
    }
    Path jobs = JobFolder.all(environment);
    if (!Files.isDirectory(jobs)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(jobs)) {
      return all.sorted(
              Comparator.comparing(KnownJobs::changed)
                  .reversed()
                  .thenComparing(Comparator.naturalOrder()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileTime changed(Path folder) {
    try {
      return Files.getLastModifiedTime(folder.resolve(JobStore.FILE));
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }
}
