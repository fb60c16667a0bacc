package dev.yiben.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes a glossary to begin with. */
@Command(
    name = "init",
    description = "Writes a glossary to begin with, whose comments show what it can hold.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class GlossaryInitCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "File to write; default: that of -g.")
  private Optional<Path> file = Optional.empty();

  @Mixin private final GlossaryOption glossary = new GlossaryOption();
  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  GlossaryInitCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    consoleOptions.requireValid();
    Path path = file.map(environment::resolve).orElseGet(() -> glossary.changed(environment));
    if (Files.exists(path)) {
      throw new UsageException(path + ": is there already; name another file");
    }
    GlossaryStore.write(path, template());
    environment.out().println(path);
    return ExitCode.DONE.code();
  }

  private static String template() {
    try (InputStream in = GlossaryInitCommand.class.getResourceAsStream("glossary-template.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
