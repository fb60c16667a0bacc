package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.pdf.page.Box;
import dev.yiben.formats.pdf.page.Glyph;
import dev.yiben.formats.pdf.page.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds pieces of lines among glyphs that run in one direction.
 *
 * <p>Glyphs with little room between them are one piece. Wider gaps are word spaces of a loose
 * line, or part columns: the lines above and below tell.
 */
final class LineFinder {
  /** A gap of up to so many em is within a piece. */
  private static final double TIGHT = 0.7;

  /** A small glyph beside a large one is its index if the gap is no more than so many em. */
  private static final double SCRIPT_GAP = 0.35;

  private final boolean vertical;
  private final List<Box> rules;

  private LineFinder(boolean vertical, List<Box> rules) {
    this.vertical = vertical;
    this.rules = rules;
  }

  /**
   * Returns the pieces of lines, from the top down and from the left.
   *
   * @param glyphs of one direction of running, in drawing order, with white space
   * @param shapes with boxes in upright space
   */
  static List<Line> lines(List<Glyph> glyphs, List<Shape> shapes, boolean vertical) {
    List<Box> rules =
        shapes.stream()
            .filter(shape -> shape.kind() == Shape.Kind.RULE)
            .map(Shape::box)
            .filter(box -> box.height() > box.width())
            .toList();
    LineFinder finder = new LineFinder(vertical, rules);
    List<Run> pieces = finder.joined(finder.runs(glyphs));
    pieces = new Gaps(pieces, vertical, finder::parted).closed();
    Blanks blanks = new Blanks(glyphs, vertical);
    boolean rightToLeft =
        glyphs.stream().mapToInt(glyph -> Scripts.balance(glyph.text())).sum() > 0;
    return pieces.stream()
        .map(piece -> LineBuilder.line(piece, blanks, rightToLeft))
        .sorted(
            Comparator.comparingDouble(Line::baseline)
                .reversed()
                .thenComparingDouble(line -> line.box().left()))
        .toList();
  }

  /** Returns glyphs that are drawn one after the other and stand beside each other. */
  private List<Run> runs(List<Glyph> glyphs) {
    List<Run> runs = new ArrayList<>();
    List<Glyph> open = new ArrayList<>();
    Glyph last = null;
    for (Glyph glyph : glyphs) {
      if (glyph.isBlank()) {
        continue;
      }
      if (last != null && !continues(last, glyph)) {
        runs.add(Run.of(open, vertical));
        open.clear();
      }
      open.add(glyph);
      last = glyph;
    }
    if (!open.isEmpty()) {
      runs.add(Run.of(open, vertical));
    }
    return runs;
  }

  private boolean continues(Glyph last, Glyph glyph) {
    double size = Math.max(last.size(), glyph.size());
    double gap =
        Math.max(last.box().left(), glyph.box().left())
            - Math.min(last.box().right(), glyph.box().right());
    return last.place().stream() == glyph.place().stream()
        && Math.abs(last.size() - glyph.size()) < 0.05 * size
        && Math.abs(Run.level(last, vertical) - Run.level(glyph, vertical)) < 0.05 * size
        && gap <= (gap > 0.1 * size && !rules.isEmpty() ? 0.1 : TIGHT) * size;
  }

  /** Returns whether a drawn line parts two runs. */
  private boolean parted(Run one, Run other) {
    boolean before = one.box().left() <= other.box().left();
    Run left = before ? one : other;
    Run right = before ? other : one;
    double middle = left.box().centerY();
    double reach = 0.35 * Math.min(left.size(), right.size());
    return rules.stream()
        .anyMatch(
            rule ->
                rule.centerX() > left.box().right() - 0.2 * left.size()
                    && rule.centerX() < right.box().left() + 0.2 * right.size()
                    && rule.bottom() < middle - reach
                    && rule.top() > middle + reach);
  }

  private boolean isOneLine(Run one, Run other) {
    if (one.stream() != other.stream()) {
      return false;
    }
    double size = Math.max(one.size(), other.size());
    double gap = one.gap(other);
    return ((one.sameLevel(other) && gap <= TIGHT * size)
            || (one.isScriptOf(other) && gap <= SCRIPT_GAP * size))
        && !parted(one, other);
  }

  /** Joins runs that belong to one piece, until none does any more. */
  private List<Run> joined(List<Run> runs) {
    List<Run> sorted = new ArrayList<>(runs);
    sorted.sort(Comparator.comparingDouble((Run run) -> run.level()).reversed());
    double tallest = runs.stream().mapToDouble(Run::size).max().orElse(0);
    Groups groups = new Groups(sorted.size());
    for (int i = 0; i < sorted.size(); i++) {
      for (int j = i + 1;
          j < sorted.size() && sorted.get(i).level() - sorted.get(j).level() < tallest;
          j++) {
        if (isOneLine(sorted.get(i), sorted.get(j))) {
          groups.join(i, j);
        }
      }
    }
    return groups.of(sorted).stream()
        .map(
            members ->
                Run.of(members.stream().flatMap(run -> run.glyphs().stream()).toList(), vertical))
        .toList();
  }
}
