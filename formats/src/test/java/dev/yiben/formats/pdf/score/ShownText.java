package dev.yiben.formats.pdf.score;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Makes glyphs of texts, from left to right. */
final class ShownText {
  private ShownText() {}

  static List<ShownGlyph> glyphs(String text) {
    List<ShownGlyph> glyphs = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != ' ') {
        glyphs.add(
            new ShownGlyph(
                text.substring(i, i + 1),
                10 * i,
                0,
                new Rectangle2D.Double(10 * i, 0, 10, 10),
                10,
                0,
                "Made",
                true,
                false,
                true));
      }
    }
    return glyphs;
  }
}
