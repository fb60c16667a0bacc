package dev.yiben.formats.pdf.score;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which glyphs of a page are in the translated page where they were, and which of that are new.
 *
 * @param keptBefore glyphs of the source that are still there
 * @param keptAfter glyphs of the translation that were there before
 */
record GlyphDifference(BitSet keptBefore, BitSet keptAfter) {
  /** How far a glyph that stays may move, in points. */
  static final double TOLERANCE = 0.25;

  static GlyphDifference of(List<ShownGlyph> before, List<ShownGlyph> after) {
    Map<Long, List<Integer>> places = new HashMap<>();
    for (int i = 0; i < after.size(); i++) {
      long column = Math.round(after.get(i).x());
      places
          .computeIfAbsent(key(column, Math.round(after.get(i).y())), k -> new ArrayList<>())
          .add(i);
    }
    BitSet keptBefore = new BitSet();
    BitSet keptAfter = new BitSet();
    for (int i = 0; i < before.size(); i++) {
      int same = find(before.get(i), after, places, keptAfter);
      if (same >= 0) {
        keptBefore.set(i);
        keptAfter.set(same);
      }
    }
    return new GlyphDifference(keptBefore, keptAfter);
  }

  private static int find(
      ShownGlyph glyph, List<ShownGlyph> after, Map<Long, List<Integer>> places, BitSet taken) {
    long column = Math.round(glyph.x());
    long row = Math.round(glyph.y());
    for (long x = column - 1; x <= column + 1; x++) {
      for (long y = row - 1; y <= row + 1; y++) {
        for (int candidate : places.getOrDefault(key(x, y), List.of())) {
          if (!taken.get(candidate) && glyph.isSame(after.get(candidate))) {
            return candidate;
          }
        }
      }
    }
    return -1;
  }

  private static long key(long x, long y) {
    return x * 1_000_003 + y;
  }
}
