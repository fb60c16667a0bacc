package dev.yiben.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the process's exit code says. */
enum ExitCode {
  DONE(0, "all done"),
  INCOMPLETE(1, "finished, but a segment or file failed, or a check did under --fail-on"),
  USAGE(2, "usage or configuration"),
  NO_INPUT(3, "no input could be read"),
  ENGINE(4, "engine unavailable or refused"),
  INTERNAL(70, "internal fault"),
  INTERRUPTED(130, "interrupted; the same command resumes");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  int code() {
    return code;
  }

  /** Returns the lines for {@code --help}. */
  static List<String> help() {
    return Arrays.stream(values())
        .map(value -> String.format(Locale.ROOT, "%5d  %s", value.code, value.meaning))
        .toList();
  }

  /** Returns the worse of two outcomes of parts that both ran to their end. */
  ExitCode or(ExitCode other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
