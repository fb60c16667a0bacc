package dev.yiben.cli;

import dev.yiben.glossary.Glossary;
import dev.yiben.glossary.GlossaryReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that names the glossaries that a command is about. */
final class GlossaryOption {
  private static final Path USUAL = Path.of("glossary.yaml");

  @Option(
      names = {"-g", "--glossary"},
      paramLabel = "FILE",
      split = "\n",
      splitSynopsisLabel = "",
      description =
          "Glossary in YAML; default: those of the configuration, else glossary.yaml. Of several"
              + " the last one is changed.")
  private List<Path> files = List.of();

  /** Returns the glossary to change, which need not exist. */
  Path changed(Environment environment) {
    return environment.resolve(files.isEmpty() ? USUAL : files.get(files.size() - 1));
  }

  /** Returns all glossaries that are named, or the usual one. */
  List<Path> all(Environment environment) {
    return (files.isEmpty() ? List.of(USUAL) : files).stream().map(environment::resolve).toList();
  }

  /** Reads what is there: nothing, if none is named and the usual one is not there. */
  Glossary read(Environment environment) {
    List<Path> all = all(environment);
    return files.isEmpty() && !Files.exists(all.get(0))
        ? Glossary.empty()
        : GlossaryReader.read(all);
  }
}
