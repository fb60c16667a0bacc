package dev.yiben.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where {@code --save-context} keeps what is computed for streams, until the job is done. */
final class ContextFolder {
  private static final Logger LOG = LoggerFactory.getLogger(ContextFolder.class);

  private ContextFolder() {}

  /** Returns the folder, which need not exist. */
  static Path in(Path jobFolder) {
    return jobFolder.resolve("contexts");
  }

  /** Removes it, since a job that is done has no use for it; it may take gigabytes. */
  static void removeFrom(Path jobFolder) {
    Path folder = in(jobFolder);
    if (!Files.isDirectory(folder)) {
      return;
    }
    try {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    } catch (IOException e) {
      LOG.warn("{} cannot be removed: {}", folder, SourceFiles.reason(e));
    }
  }
}
