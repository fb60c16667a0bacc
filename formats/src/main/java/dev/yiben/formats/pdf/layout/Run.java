package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.pdf.page.Box;
import dev.yiben.formats.pdf.page.Glyph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Glyphs that stand beside each other on one line, on their way to a line.
 *
 * @param glyphs white space excluded; never empty
 * @param box around all glyphs
 * @param level where most of them stand; the middle in vertical writing
 * @param size of most of them, in points
 * @param stream number of the content stream that all of them are in
 */
record Run(List<Glyph> glyphs, Box box, double level, double size, int stream) {
  Run {
    glyphs = List.copyOf(glyphs);
  }

  static Run of(List<Glyph> glyphs, boolean vertical) {
    Box box = glyphs.get(0).box();
    Map<Long, Integer> sizes = new HashMap<>();
    for (Glyph glyph : glyphs) {
      box = box.union(glyph.box());
      sizes.merge(Math.round(glyph.size() * 10), 1, Integer::sum);
    }
    long size = most(sizes);
    Map<Long, Integer> levels = new HashMap<>();
    for (Glyph glyph : glyphs) {
      if (Math.round(glyph.size() * 10) == size) {
        levels.merge(Math.round(level(glyph, vertical) * 10), 1, Integer::sum);
      }
    }
    return new Run(glyphs, box, most(levels) / 10.0, size / 10.0, glyphs.get(0).place().stream());
  }

  /** Returns where a glyph stands in a text that is vertical or not. */
  static double level(Glyph glyph, boolean vertical) {
    return vertical ? glyph.box().centerY() : glyph.baseline();
  }

  /** Returns the value that is counted most often; the highest of several. */
  private static long most(Map<Long, Integer> counts) {
    long most = 0;
    int best = 0;
    for (Map.Entry<Long, Integer> entry : counts.entrySet()) {
      if (entry.getValue() > best || (entry.getValue() == best && entry.getKey() > most)) {
        most = entry.getKey();
        best = entry.getValue();
      }
    }
    return most;
  }

  Run with(Run other, boolean vertical) {
    List<Glyph> all = new ArrayList<>(glyphs);
    all.addAll(other.glyphs);
    return of(all, vertical);
  }

  /** Returns the room between this and another, to either side; negative where they overlap. */
  double gap(Run other) {
    return Math.max(box.left(), other.box.left()) - Math.min(box.right(), other.box.right());
  }

  /** Returns whether this and another stand on the same level, whatever is between them. */
  boolean sameLevel(Run other) {
    return Math.abs(level - other.level) <= 0.25 * Math.max(size, other.size)
        && Math.min(size, other.size) >= 0.4 * Math.max(size, other.size);
  }

  /** Returns whether one of the two is small and raised or lowered beside the other. */
  boolean isScriptOf(Run other) {
    boolean larger = size >= other.size;
    Run big = larger ? this : other;
    Run small = larger ? other : this;
    double shift = small.level - big.level;
    return small.size <= 0.85 * big.size
        && small.size >= 0.4 * big.size
        && shift >= -0.4 * big.size
        && shift <= 0.75 * big.size;
  }
}
