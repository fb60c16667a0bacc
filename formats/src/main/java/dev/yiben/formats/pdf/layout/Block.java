package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.pdf.page.Box;
import java.util.List;
import java.util.Optional;

/**
 * Lines that are read from the first to the last: a column, or as much of it as nothing interrupts,
 * a cell, a formula.
 *
 * @param role what its paragraphs are, as far as that is known
 * @param lines never empty
 * @param whole whether all lines are one paragraph; else paragraphs are looked for
 * @param cell the cell of a table or other frame that its text must stay in
 * @param keepRule why it stays as it is; empty if it is to be translated
 */
record Block(
    Role role, List<Line> lines, boolean whole, Optional<Box> cell, Optional<String> keepRule) {
  Block {
    lines = List.copyOf(lines);
  }

  /** Returns lines of running text. */
  static Block text(List<Line> lines) {
    return new Block(Role.PARAGRAPH, lines, false, Optional.empty(), Optional.empty());
  }

  /** Returns the box around all lines. */
  Box box() {
    return Line.box(lines);
  }
}
