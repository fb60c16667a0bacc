package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.pdf.page.Box;
import dev.yiben.formats.pdf.page.Direction;
import java.util.List;
import java.util.Optional;

/**
 * A paragraph of a page, or as much of it as the page has.
 *
 * @param role what it is
 * @param direction in which it runs
 * @param lines from the first to the last; never empty; all in one content stream
 * @param box around all lines
 * @param alignment how its lines stand
 * @param leading from baseline to baseline, in points
 * @param firstIndent how far the first line begins behind the others, in points; negative if before
 * @param rightToLeft whether it is of a script that runs from right to left
 * @param cell the cell of a table or other frame that it must stay in
 * @param keepRule why it stays as it is, such as {@code code}; empty if it is to be translated
 */
public record Paragraph(
    Role role,
    Direction direction,
    List<Line> lines,
    Box box,
    Alignment alignment,
    double leading,
    double firstIndent,
    boolean rightToLeft,
    Optional<Box> cell,
    Optional<String> keepRule) {
  public Paragraph {
    lines = List.copyOf(lines);
  }

  /** Returns the paragraph in another role. */
  Paragraph withRole(Role other) {
    return new Paragraph(
        other, direction, lines, box, alignment, leading, firstIndent, rightToLeft, cell, keepRule);
  }

  /** Returns this paragraph with other words in its lines. */
  Paragraph with(List<Line> others) {
    return new Paragraph(
        role, direction, others, box, alignment, leading, firstIndent, rightToLeft, cell, keepRule);
  }

  /** Returns this paragraph kept by a rule, or by none. */
  Paragraph keptBy(Optional<String> rule) {
    return new Paragraph(
        role, direction, lines, box, alignment, leading, firstIndent, rightToLeft, cell, rule);
  }

  /** Returns the height of an em of most of its text, in points. */
  public double size() {
    return lines.get(0).size();
  }
}
