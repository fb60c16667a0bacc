package dev.yiben.cli;

import dev.yiben.pipeline.memory.MemoryUnit;
import dev.yiben.pipeline.memory.TranslationMemory;
import dev.yiben.pipeline.memory.UnitFilter;
import dev.yiben.pipeline.memory.exchange.TmxWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.xml.stream.XMLStreamException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a translation memory as TMX. */
@Command(
    name = "export",
    description = "Writes the translations of a memory to a TMX file (1.4), for any other tool.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class MemoryExportCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(paramLabel = "FILE", description = "TMX file to write.")
  private Path file;

  @Mixin private final MemoryChoice memories = new MemoryChoice();
  @Mixin private final MemoryFilter filter = new MemoryFilter();

  @Option(names = "--replace", description = "Replace the file if it is there.")
  private boolean replace;

  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  MemoryExportCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    consoleOptions.requireValid();
    UnitFilter chosen = filter.filter(Optional.empty());
    memories.only(environment, memory -> write(memory, chosen));
    environment.out().println(file);
    return ExitCode.DONE.code();
  }

  private void write(TranslationMemory memory, UnitFilter chosen) {
    Path target = environment.resolve(file).toAbsolutePath();
    Path part = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      if (!replace && Files.exists(target)) {
        throw new FileAlreadyExistsException("it exists already; give --replace");
      }
      try (OutputStream out =
              new BufferedOutputStream(
                  Files.newOutputStream(
                      part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING));
          TmxWriter tmx = new TmxWriter(out, memory.languages(), Version.number())) {
        memory.forEach(chosen, Long.MAX_VALUE, unit -> write(tmx, unit));
      }
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | XMLStreamException e) {
      throw new UsageException(file + ": cannot be written: " + e.getMessage(), e);
    } finally {
      part.toFile().delete();
    }
  }

  private void write(TmxWriter tmx, MemoryUnit unit) {
    try {
      tmx.write(unit);
    } catch (XMLStreamException e) {
      throw new UsageException(file + ": cannot be written: " + e.getMessage(), e);
    }
  }
}
