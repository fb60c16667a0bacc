package dev.yiben.cli;

import java.io.PrintStream;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Prints results as JSON. */
final class Json {
  private static final ObjectWriter WRITER =
      JsonMapper.builder().build().writerWithDefaultPrettyPrinter();

  private Json() {}

  /** Prints a tree of maps, lists, texts and numbers. */
  static void print(PrintStream out, Object tree) {
    out.println(WRITER.writeValueAsString(tree));
  }
}
