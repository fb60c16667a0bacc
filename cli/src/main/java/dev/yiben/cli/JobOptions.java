package dev.yiben.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of the job folder, which makes a run resumable. */
final class JobOptions {
  @Option(
      names = "--job-dir",
      paramLabel = "DIR",
      description =
          "Folder that keeps what is finished, and the log; default: one for these inputs,"
              + " language and output under the user's state folder.")
  private Optional<Path> folder = Optional.empty();

  @Option(
      names = "--restart",
      description = "Forget what earlier runs of the same job have finished.")
  private boolean restart;

  Optional<Path> folder() {
    return folder;
  }

  boolean restart() {
    return restart;
  }
}
