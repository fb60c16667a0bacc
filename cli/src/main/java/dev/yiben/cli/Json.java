package dev.yiben.cli;

import java.io.PrintStream;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Prints results as JSON. */
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final ObjectWriter WRITER = MAPPER.writerWithDefaultPrettyPrinter();

  private Json() {}

  /** Returns a tree on one line. */
  static String line(Object tree) {
    return MAPPER.writeValueAsString(tree);
  }

  /** Prints a tree of maps, lists, texts and numbers. */
  static void print(PrintStream out, Object tree) {
    out.println(WRITER.writeValueAsString(tree));
  }
}
