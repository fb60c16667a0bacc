package dev.yiben.formats.pdf.score;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds glyphs that are drawn once more, a little aside, to make others bolder. */
final class ShownTwice {
  /** How far aside, in the height of an em: less than any letter is wide. */
  private static final double ASIDE = 0.1;

  /** How far aside at most, in points. */
  private static final double FARTHEST = 2;

  private ShownTwice() {}

  /** Returns which glyphs are drawn where the same was drawn before. */
  static BitSet of(List<ShownGlyph> glyphs) {
    BitSet twice = new BitSet();
    Map<Long, List<ShownGlyph>> cells = new HashMap<>();
    for (int i = 0; i < glyphs.size(); i++) {
      ShownGlyph glyph = glyphs.get(i);
      long column = (long) Math.floor(glyph.x() / FARTHEST);
      long row = (long) Math.floor(glyph.y() / FARTHEST);
      if (isAround(glyph, column, row, cells)) {
        twice.set(i);
      } else {
        cells.computeIfAbsent(key(column, row), k -> new ArrayList<>()).add(glyph);
      }
    }
    return twice;
  }

  private static boolean isAround(
      ShownGlyph glyph, long column, long row, Map<Long, List<ShownGlyph>> cells) {
    double aside = Math.min(FARTHEST, ASIDE * glyph.size());
    for (long x = column - 1; x <= column + 1; x++) {
      for (long y = row - 1; y <= row + 1; y++) {
        for (ShownGlyph other : cells.getOrDefault(key(x, y), List.of())) {
          if (other.letters().equals(glyph.letters())
              && Math.hypot(other.x() - glyph.x(), other.y() - glyph.y()) < aside) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static long key(long column, long row) {
    return column * 1_000_003 + row;
  }
}
