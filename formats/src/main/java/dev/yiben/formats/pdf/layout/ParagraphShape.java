package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.pdf.page.Box;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Measures how the lines of a paragraph stand. */
final class ParagraphShape {
  /** Edges that are no more apart than so many em are in one line. */
  private static final double EDGE = 0.3;

  private final Block block;
  private final Region region;
  private final Leading leading;
  private final Box column;

  ParagraphShape(Block block, Region region, Leading leading) {
    this.block = block;
    this.region = region;
    this.leading = leading;
    this.column = block.cell().orElse(block.box());
  }

  Paragraph of(List<Line> lines, Role role) {
    Line first = lines.get(0);
    boolean rightToLeft = Scripts.rightToLeft(lines);
    double drop =
        lines.size() < 2
            ? leading.at(first.size())
            : (first.baseline() - lines.get(lines.size() - 1).baseline()) / (lines.size() - 1);
    return new Paragraph(
        role,
        region.direction(),
        lines,
        Line.box(lines),
        lines.size() == 1 ? alignmentOf(first) : alignment(lines, rightToLeft),
        drop,
        firstIndent(lines, rightToLeft),
        rightToLeft,
        block.cell(),
        block.keepRule());
  }

  private static double firstIndent(List<Line> lines, boolean rightToLeft) {
    if (lines.size() < 2) {
      return 0;
    }
    Box first = lines.get(0).box();
    Box rest = Line.box(lines.subList(1, lines.size()));
    double indent = rightToLeft ? rest.right() - first.right() : first.left() - rest.left();
    return Math.abs(indent) < EDGE * lines.get(0).size() ? 0 : indent;
  }

  /** Returns the alignment of several lines; the first may be indented, the last is short. */
  private Alignment alignment(List<Line> lines, boolean rightToLeft) {
    int last = lines.size() - 1;
    double tolerance = EDGE * lines.get(0).size();
    List<Line> lefts =
        lines.subList(rightToLeft || last == 1 ? 0 : 1, rightToLeft ? last : last + 1);
    List<Line> rights =
        lines.subList(rightToLeft && last > 1 ? 1 : 0, rightToLeft ? last + 1 : last);
    double left = spread(lefts, line -> line.box().left());
    double right = spread(rights, line -> line.box().right());
    double all = spread(lines, line -> line.box().centerX());
    if (all < tolerance
        && !isIndented(lines)
        && left > tolerance
        && spread(lines, line -> line.box().width()) > tolerance) {
      return Alignment.CENTER;
    }
    if (left <= tolerance && right <= tolerance) {
      return last >= 2 || reaches(lines.get(0)) ? Alignment.JUSTIFIED : natural(rightToLeft);
    }
    if (rightToLeft ? right <= tolerance : left <= tolerance) {
      return natural(rightToLeft);
    }
    if (rightToLeft ? left <= tolerance : spread(lines, line -> line.box().right()) <= tolerance) {
      return rightToLeft ? Alignment.LEFT : Alignment.RIGHT;
    }
    return all < 2 * tolerance ? Alignment.CENTER : natural(rightToLeft);
  }

  /** Returns whether the first of two lines reaches the right edge, and the second the left. */
  private boolean isIndented(List<Line> lines) {
    double em = lines.get(0).size();
    return lines.size() == 2
        && column.right() - lines.get(0).box().right() < EDGE * em
        && lines.get(1).box().left() - column.left() < EDGE * em;
  }

  private static Alignment natural(boolean rightToLeft) {
    return rightToLeft ? Alignment.RIGHT : Alignment.LEFT;
  }

  private boolean reaches(Line line) {
    return column.right() - line.box().right() < 0.1 * line.size() && block.lines().size() > 4;
  }

  private static double spread(List<Line> lines, ToDoubleFunction<Line> edge) {
    double least = lines.stream().mapToDouble(edge).min().orElse(0);
    return lines.stream().mapToDouble(edge).max().orElse(0) - least;
  }

  /** Returns the alignment of a line in its column, or on the page if the column is no wider. */
  private Alignment alignmentOf(Line line) {
    Box box = line.box();
    Box around = column.width() > 1.1 * box.width() ? column : region.page();
    double left = box.left() - around.left();
    double right = around.right() - box.right();
    double em = line.size();
    boolean rightToLeft = Scripts.rightToLeft(List.of(line));
    if (Math.abs(left - right) < Math.max(0.5 * em, 0.02 * around.width())) {
      return left > 0.5 * em ? Alignment.CENTER : natural(rightToLeft);
    }
    if (around.equals(column) && right < EDGE * em && left > 2 * em) {
      return Alignment.RIGHT;
    }
    if (around.equals(column) && left < EDGE * em && right > 2 * em) {
      return Alignment.LEFT;
    }
    return natural(rightToLeft);
  }
}
