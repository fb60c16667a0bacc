package dev.yiben.cli;

import java.util.List;

/**
 * What a run of the command came to.
 *
 * @param code exit code
 * @param out what it wrote to the standard output
 * @param err what it wrote to the standard error
 */
record Outcome(int code, String out, String err) {
  List<String> outLines() {
    return out.lines().toList();
  }

  List<String> errLines() {
    return err.lines().toList();
  }
}
