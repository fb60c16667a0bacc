package dev.yiben.cli;

import dev.yiben.pipeline.memory.MemoryPlace;
import dev.yiben.pipeline.memory.MemoryReuse;
import dev.yiben.pipeline.memory.MemoryUse;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the translation memory in a run. */
final class MemoryOptions implements OptionSection {
  @Mixin private final MemoryPlaceOptions place = new MemoryPlaceOptions();

  @Option(
      names = "--no-tm",
      description = "Neither take translations from the translation memory nor keep any there.")
  private boolean off;

  @Option(
      names = "--tm-reuse",
      paramLabel = "same|any|confirmed",
      defaultValue = "same",
      description =
          "Which translations are taken from the memory: those by the same model with the same"
              + " settings and those that people brought in (same, the default), all (any), or those"
              + " that people have confirmed (confirmed).")
  private MemoryReuse reuse;

  /**
   * Returns how the memory is used, if it is.
   *
   * @param dryRun whether nothing is written, so that no folder is made
   */
  Optional<MemoryUse> use(Environment environment, Console console, boolean dryRun) {
    if (off) {
      return Optional.empty();
    }
    MemoryPlace chosen = place.place(environment);
    if (!place.isChosen() && !dryRun) {
      try {
        Files.createDirectories(chosen.path());
      } catch (IOException e) {
        console.warning(
            chosen.path()
                + ": cannot be made ("
                + SourceFiles.reason(e)
                + "), so there is no translation memory; choose another with --tm, or --no-tm");
        return Optional.empty();
      }
    }
    return Optional.of(new MemoryUse(chosen, reuse, InstantSource.system()));
  }

  @Override
  public String heading() {
    return "Translation memory (docs/memory.md):";
  }
}
