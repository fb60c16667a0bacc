package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.pdf.page.Box;
import dev.yiben.formats.pdf.page.Direction;
import dev.yiben.formats.pdf.page.Glyph;
import java.util.ArrayList;
import java.util.List;

/**
 * Recognises vertical writing that is drawn with horizontal fonts, a glyph below the other: such
 * glyphs are turned into those of a vertical direction.
 */
final class StackedGlyphs {
  /** So many glyphs below each other are a column. */
  private static final int COLUMN = 4;

  private StackedGlyphs() {}

  /** Returns glyphs in the same order, those of columns turned. */
  static List<Glyph> turned(List<Glyph> glyphs) {
    List<Glyph> turned = new ArrayList<>();
    List<Glyph> stack = new ArrayList<>();
    Glyph lastOfColumn = null;
    for (Glyph glyph : glyphs) {
      if (!stack.isEmpty() && !isBelow(stack.get(stack.size() - 1), glyph)) {
        lastOfColumn = end(stack, lastOfColumn, turned);
      }
      stack.add(glyph);
    }
    end(stack, lastOfColumn, turned);
    return turned;
  }

  /** Takes a stack; returns the last glyph of the latest column. */
  private static Glyph end(List<Glyph> stack, Glyph lastOfColumn, List<Glyph> turned) {
    if (stack.isEmpty()) {
      return lastOfColumn;
    }
    boolean column =
        stack.stream().filter(StackedGlyphs::stands).count() >= COLUMN
            || (lastOfColumn != null && isNextColumn(lastOfColumn, stack.get(0)));
    Glyph last = stack.get(stack.size() - 1);
    stack.forEach(glyph -> turned.add(column ? turned(glyph) : glyph));
    stack.clear();
    return column ? last : lastOfColumn;
  }

  /** Returns whether a glyph goes on in a column; numbers of it stand side by side. */
  private static boolean isBelow(Glyph glyph, Glyph next) {
    double drop = glyph.baseline() - next.baseline();
    double aside = Math.abs(glyph.box().centerX() - next.box().centerX());
    boolean number = isNumber(glyph) || isNumber(next);
    return (stands(glyph) || isNumber(glyph))
        && (stands(next) || isNumber(next))
        && (stands(glyph) || stands(next) || drop < 0.1 * glyph.size())
        && glyph.direction().equals(next.direction())
        && aside < (number ? 0.7 : 0.25) * glyph.size()
        && drop > (isNumber(glyph) && isNumber(next) ? -0.1 : 0.7) * glyph.size()
        && drop < 1.6 * glyph.size();
  }

  private static boolean isNumber(Glyph glyph) {
    return !glyph.direction().vertical()
        && glyph.text().length() == 1
        && Character.isDigit(glyph.text().charAt(0))
        && glyph.box().width() < 0.7 * glyph.size();
  }

  /**
   * Returns whether a glyph is at the head of a column to the left of another glyph's, or in it.
   */
  private static boolean isNextColumn(Glyph last, Glyph head) {
    double left = last.box().centerX() - head.box().centerX();
    boolean next = left > 0.9 * last.size() && head.baseline() > last.baseline();
    boolean same = Math.abs(left) < 0.25 * last.size() && head.baseline() < last.baseline();
    return stands(head)
        && last.direction().equals(head.direction())
        && Math.abs(last.size() - head.size()) < 0.1 * last.size()
        && left < 4 * last.size()
        && (next || same);
  }

  private static boolean stands(Glyph glyph) {
    return !glyph.direction().vertical() && Scripts.withoutSpaces(glyph.text());
  }

  private static Glyph turned(Glyph glyph) {
    Direction down = new Direction((glyph.direction().degrees() + 270) % 360, true);
    double half = glyph.size() / 2;
    double middle = glyph.box().centerX();
    Box square =
        new Box(
            middle - half,
            glyph.baseline() - 0.12 * glyph.size(),
            middle + half,
            glyph.baseline() + 0.88 * glyph.size());
    Box box = down.upright(glyph.direction().onPage(square));
    return new Glyph(
        glyph.index(),
        glyph.text(),
        box,
        box.centerY(),
        glyph.size(),
        down,
        glyph.font(),
        glyph.paint(),
        glyph.pose(),
        glyph.place(),
        glyph.mark(),
        glyph.artifact());
  }
}
