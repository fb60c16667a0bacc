package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.pdf.page.Box;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Claims formulas that stand by themselves; their pieces stay as they are drawn. */
final class FormulaClaims {
  static final String RULE = "formula";

  /** A page with more pieces of lines is a drawing. */
  private static final int MOST_PIECES = 5_000;

  private final Region region;

  private FormulaClaims(Region region) {
    this.region = region;
  }

  /** Returns the region with its formulas claimed; those in lines are kept words already. */
  static Region of(Region region) {
    return region.lines().size() > MOST_PIECES ? region : new FormulaClaims(region).claimed();
  }

  private Region claimed() {
    Set<Line> taken = new HashSet<>();
    List<Claim> claims = new ArrayList<>(region.claims());
    for (Line line : region.lines()) {
      if (!taken.contains(line) && isFormula(line) && !endsParagraph(line)) {
        List<Line> formula = grown(line, taken);
        taken.addAll(formula);
        claims.add(
            new Claim(
                Line.box(formula),
                List.of(
                    new Block(
                        Role.PARAGRAPH, formula, true, Optional.empty(), Optional.of(RULE)))));
      }
    }
    List<Line> free = region.lines().stream().filter(line -> !taken.contains(line)).toList();
    return new Region(region.direction(), region.page(), free, region.shapes(), claims);
  }

  private static long letters(Line line) {
    return line.words().stream()
        .filter(word -> word.kind() != Word.Kind.KEPT && !MathSigns.isFunction(word.text()))
        .flatMapToInt(word -> word.text().codePoints())
        .filter(Character::isLetter)
        .count();
  }

  private static long kept(Line line) {
    return line.words().stream()
        .filter(word -> word.kind() == Word.Kind.KEPT)
        .mapToLong(word -> word.glyphs().size())
        .sum();
  }

  private static boolean isFormula(Line line) {
    return kept(line) > letters(line) * 1.5;
  }

  /** Returns whether a line goes on where the line of text above it ends. */
  private boolean endsParagraph(Line line) {
    return region.lines().stream()
        .anyMatch(
            above ->
                above.baseline() - line.baseline() > 0.5 * line.size()
                    && above.baseline() - line.baseline() < 1.5 * line.size()
                    && Math.abs(above.box().left() - line.box().left()) < 0.7 * line.size()
                    && above.sameSize(line)
                    && !isFormula(above)
                    && above.box().width() > 8 * line.size());
  }

  /** Returns a line and the pieces around it that are of the same formula. */
  private List<Line> grown(Line seed, Set<Line> taken) {
    List<Line> formula = new ArrayList<>(List.of(seed));
    Set<Line> seen = new HashSet<>(taken);
    seen.add(seed);
    Box box = seed.box();
    boolean grows = true;
    while (grows) {
      grows = false;
      for (Line line : region.lines()) {
        if (!seen.contains(line)
            && line.stream() == seed.stream()
            && isPiece(line)
            && isNear(box, line, seed.size())) {
          formula.add(line);
          seen.add(line);
          box = box.union(line.box());
          grows = true;
        }
      }
    }
    return formula;
  }

  private static boolean isPiece(Line line) {
    return isFormula(line) || letters(line) <= 4;
  }

  private static boolean isNear(Box box, Line line, double size) {
    double below = Math.max(box.bottom() - line.box().top(), line.box().bottom() - box.top());
    double beside = Math.max(box.left() - line.box().right(), line.box().left() - box.right());
    return below < 0.3 * size && beside < (below < 0 ? 2.5 : 0) * size;
  }
}
