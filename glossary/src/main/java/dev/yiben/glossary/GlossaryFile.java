package dev.yiben.glossary;

import java.nio.file.Path;
import java.util.List;

/**
 * What one file holds, each entry with its line, and what is wrong with the others.
 *
 * @param problems in the order of their lines
 */
record GlossaryFile(
    Path file,
    List<Placed<Term>> terms,
    List<Placed<Persona>> personas,
    Style style,
    List<Placed<String>> forbidden,
    List<Placed<Replacement>> before,
    List<Placed<Replacement>> after,
    List<Placed<String>> protectedPatterns,
    List<Placed<ExamplePair>> examples,
    List<GlossaryException> problems) {

  /**
   * Returns this file.
   *
   * @throws GlossaryException if anything is wrong with it
   */
  GlossaryFile sound() {
    if (!problems.isEmpty()) {
      throw problems.get(0);
    }
    return this;
  }
}
