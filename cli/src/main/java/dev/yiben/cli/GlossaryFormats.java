package dev.yiben.cli;

import dev.yiben.glossary.exchange.ExchangeFormat;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Chooses what a glossary is written as. */
final class GlossaryFormats {
  private GlossaryFormats() {}

  /**
   * Returns the format that is named, or else the one of a file's name.
   *
   * @throws UsageException if there is none
   */
  static ExchangeFormat chosen(Optional<String> name, Path file) {
    if (name.isPresent()) {
      return Arrays.stream(ExchangeFormat.values())
          .filter(format -> format.toString().equalsIgnoreCase(name.get()))
          .findFirst()
          .orElseThrow(
              () -> new UsageException("--as " + name.get() + ": no such format; " + known()));
    }
    return ExchangeFormat.ofName(file.toString())
        .orElseThrow(
            () ->
                new UsageException(
                    "the name " + file + " tells no format; name one with --as: " + known()));
  }

  private static String known() {
    return Arrays.stream(ExchangeFormat.values())
        .map(ExchangeFormat::toString)
        .collect(Collectors.joining(", "));
  }
}
