package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.pdf.page.Glyph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Knows where white space is drawn. */
final class Blanks {
  private final boolean vertical;
  private final TreeMap<Double, List<Glyph>> byLevel = new TreeMap<>();

  /** Creates it of glyphs, of which those that are white space count. */
  Blanks(List<Glyph> glyphs, boolean vertical) {
    this.vertical = vertical;
    for (Glyph glyph : glyphs) {
      if (glyph.isBlank()) {
        byLevel.computeIfAbsent(Run.level(glyph, vertical), level -> new ArrayList<>()).add(glyph);
      }
    }
  }

  /** Returns whether white space is drawn between two glyphs of a line. */
  boolean isBetween(Glyph left, Glyph right) {
    double level = Run.level(left, vertical);
    double off = 0.3 * left.size();
    double from = left.box().right() - 0.1 * left.size();
    double to = right.box().left() + 0.1 * right.size();
    for (Map.Entry<Double, List<Glyph>> entry :
        byLevel.subMap(level - off, true, level + off, true).entrySet()) {
      for (Glyph blank : entry.getValue()) {
        double center = blank.box().centerX();
        if (center >= from && center <= to) {
          return true;
        }
      }
    }
    return false;
  }
}
