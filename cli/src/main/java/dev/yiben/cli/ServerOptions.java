package dev.yiben.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Options of a {@code llama-server} that is started for the run. */
final class ServerOptions implements OptionSection {
  private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  @Option(
      names = "--llama-server",
      paramLabel = "FILE",
      description = "The program for --engine llama-server; default: llama-server on the PATH.")
  private Optional<Path> program = Optional.empty();

  @Option(
      names = "--llama-server-args",
      paramLabel = "\"ARGUMENTS\"",
      defaultValue = "",
      description =
          "Further arguments for it, such as \"--cache-type-k q8_0 --flash-attn on\"; they win over"
              + " those that Yiben gives.")
  private String arguments;

  Optional<Path> program() {
    return program;
  }

  /** Returns the arguments, which are separated by spaces outside of quotes. */
  List<String> arguments() {
    List<String> all = new ArrayList<>();
    Matcher argument = ARGUMENT.matcher(arguments);
    while (argument.find()) {
      for (int group = 1; group <= argument.groupCount(); group++) {
        if (argument.group(group) != null) {
          all.add(argument.group(group));
        }
      }
    }
    return all;
  }

  @Override
  public String heading() {
    return "Your own llama-server (docs/llama-server.md):";
  }
}
