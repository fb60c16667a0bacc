package dev.yiben.cli;

import dev.yiben.inference.runtime.Runtimes;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that choose the libraries of llama.cpp. */
final class RuntimeOptions implements OptionSection {
  @Option(
      names = "--llama-runtime",
      paramLabel = "NAME|FOLDER",
      description =
          "The libraries for --engine llama-native: an installed runtime (its name, or cpu, cuda,"
              + " vulkan, metal), or a folder that holds libllama (with a slash); default: the first that"
              + " 'translate runtime' shows.")
  private Optional<String> runtime = Optional.empty();

  /** Returns what the user names, if it is named; a folder as one that can be opened. */
  Optional<String> named(Environment environment) {
    return runtime.map(
        name ->
            Runtimes.isFolder(name)
                ? environment.resolve(Path.of(name)).toAbsolutePath().normalize().toString()
                : name);
  }

  @Override
  public String heading() {
    return "Libraries of llama.cpp (docs/runtime.md):";
  }
}
