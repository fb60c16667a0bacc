package dev.yiben.formats.pdf.layout;

import com.ibm.icu.text.Bidi;
import dev.yiben.formats.pdf.page.Glyph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts glyphs in order: as they are seen, and as they are read. */
final class VisualOrder {
  private VisualOrder() {}

  /** A glyph and what it stands above or below, or the glyph itself. */
  private record Placed(Glyph glyph, Glyph base) {}

  /** Returns glyphs of a line from the left to the right, marks right behind their letters. */
  static List<Glyph> sorted(List<Glyph> glyphs) {
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < glyphs.size(); i++) {
      Glyph glyph = glyphs.get(i);
      placed.add(new Placed(glyph, isMark(glyph) ? base(glyphs, i) : glyph));
    }
    placed.sort(
        Comparator.comparingDouble((Placed each) -> each.base().box().left())
            .thenComparingInt(each -> each.base().index())
            .thenComparing(each -> each.glyph().index() != each.base().index())
            .thenComparingInt(each -> each.glyph().index()));
    return placed.stream().map(Placed::glyph).toList();
  }

  private static boolean isMark(Glyph glyph) {
    return !glyph.text().isEmpty()
        && Character.getType(glyph.text().codePointAt(0)) == Character.NON_SPACING_MARK;
  }

  /** Returns the letter that a mark belongs to: beside it in drawing order, and where it stands. */
  private static Glyph base(List<Glyph> glyphs, int mark) {
    Glyph best = glyphs.get(mark);
    double nearest = 0.6 * best.size();
    for (int i = Math.max(0, mark - 3); i < Math.min(glyphs.size(), mark + 4); i++) {
      Glyph other = glyphs.get(i);
      double distance = Math.abs(other.box().centerX() - glyphs.get(mark).box().centerX());
      if (!isMark(other) && distance < nearest) {
        nearest = distance;
        best = other;
      }
    }
    return best;
  }

  /**
   * Returns the order of reading.
   *
   * @param seen glyphs from the left to the right
   * @param spaces whether a space follows each
   * @param rightToLeft whether text around it runs from right to left
   * @return indices of glyphs; -1 for a space
   */
  static int[] logical(List<Glyph> seen, boolean[] spaces, boolean rightToLeft) {
    StringBuilder text = new StringBuilder();
    List<List<Integer>> items = new ArrayList<>();
    boolean anyRightToLeft = false;
    int balance = 0;
    for (int i = 0; i < seen.size(); i++) {
      if (i > 0 && isMark(seen.get(i)) && !spaces[i - 1]) {
        items.get(items.size() - 1).add(i);
      } else {
        char sign = sign(seen.get(i).text(), text);
        balance += Scripts.balance(seen.get(i).text());
        anyRightToLeft |= Scripts.rightToLeft(sign);
        text.append(sign);
        items.add(new ArrayList<>(List.of(i)));
      }
      if (spaces[i]) {
        text.append(' ');
        items.add(List.of(-1));
      }
    }
    if (anyRightToLeft) {
      items = reordered(items, text.toString(), rightToLeft || balance >= 0);
    }
    return items.stream().flatMap(List::stream).mapToInt(Integer::intValue).toArray();
  }

  private static List<List<Integer>> reordered(
      List<List<Integer>> items, String text, boolean rightToLeft) {
    Bidi bidi = new Bidi();
    bidi.setReorderingMode(Bidi.REORDER_INVERSE_LIKE_DIRECT);
    bidi.setPara(text, rightToLeft ? Bidi.RTL : Bidi.LTR, null);
    List<List<Integer>> reordered = new ArrayList<>();
    for (int at : bidi.getVisualMap()) {
      reordered.add(items.get(at));
    }
    return reordered;
  }

  /**
   * Returns one character that runs as a glyph's text does; for a digit behind a Latin word a
   * letter, for both are seen in the order in which they are read.
   */
  private static char sign(String text, CharSequence before) {
    if (text.isEmpty()) {
      return '\uFFFC';
    }
    int strong =
        text.codePoints()
            .filter(c -> Scripts.rightToLeft(c) || Character.isLetterOrDigit(c))
            .findFirst()
            .orElse(text.codePointAt(0));
    if (Scripts.rightToLeft(strong)) {
      return '\u05D0';
    }
    if (Character.isDigit(strong) && endsWithLatin(before)) {
      return 'a';
    }
    return Character.isBmpCodePoint(strong) ? (char) strong : 'a';
  }

  private static boolean endsWithLatin(CharSequence text) {
    int at = text.length() - 1;
    while (at >= 0 && text.charAt(at) == ' ') {
      at--;
    }
    return at >= 0
        && Character.getDirectionality(text.charAt(at)) == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
  }
}
