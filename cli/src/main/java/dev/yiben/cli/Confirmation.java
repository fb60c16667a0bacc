package dev.yiben.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Asks before something is removed. */
final class Confirmation {
  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  private boolean yes;

  /**
   * Returns if the user agrees, or has agreed beforehand.
   *
   * @param what would be removed
   * @throws UsageException if not, or if nobody can be asked
   */
  void require(Environment environment, String what) {
    if (yes) {
      return;
    }
    if (environment.columns() == 0) {
      throw new UsageException("--yes is needed to remove " + what + " without being asked");
    }
    environment.err().print("Remove " + what + "? [y/N] ");
    environment.err().flush();
    if (!answer(environment).strip().toLowerCase(Locale.ROOT).matches("y|yes")) {
      throw new UsageException("not removed: " + what);
    }
  }

  private static String answer(Environment environment) {
    try {
      String line =
          new BufferedReader(new InputStreamReader(environment.in(), StandardCharsets.UTF_8))
              .readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      return "";
    }
  }
}
