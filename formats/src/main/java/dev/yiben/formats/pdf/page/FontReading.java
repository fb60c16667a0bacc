package dev.yiben.formats.pdf.page;

import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;

/** Reads the codes of a font. */
final class FontReading {
  static final String UNKNOWN = "\uFFFD";

  /** The em of a Type 3 font is that of its font size if its glyphs are not far off from that. */
  private static final double SMALLEST_USUAL = 0.4;

  private static final double LARGEST_USUAL = 2.5;

  private final PDFont font;
  private final GlyphList names;
  private final Map<Integer, String> texts = new HashMap<>();
  private final GlyphFont[] looks = new GlyphFont[4];
  private final double em;

  FontReading(PDFont font, GlyphList names) {
    this.font = font;
    this.names = names;
    looks[0] = FontLooks.of(font);
    em = font instanceof PDType3Font type3 ? em(type3) : 1;
  }

  private static double em(PDType3Font font) {
    double unit = Math.abs(font.getFontMatrix().getScaleY());
    BoundingBox box;
    try {
      box = font.getBoundingBox();
    } catch (RuntimeException e) {
      return 1;
    }
    double height = box == null ? 0 : Math.abs(box.getHeight()) * unit;
    boolean usual = height > SMALLEST_USUAL && height < LARGEST_USUAL;
    return usual || !(height > 0) || Double.isInfinite(height) ? 1 : height;
  }

  PDFont font() {
    return font;
  }

  /** Returns the height of an em, in units of the font size. */
  double em() {
    return em;
  }

  /** Returns whether the glyphs are drawings, of which it is not known what is up in them. */
  boolean isDrawn() {
    return font instanceof PDType3Font;
  }

  /** Returns what the font looks like. */
  GlyphFont look(boolean heavier, boolean slanted) {
    int number = (heavier ? 1 : 0) + (slanted ? 2 : 0);
    if (looks[number] == null) {
      GlyphFont plain = looks[0];
      looks[number] =
          new GlyphFont(
              font,
              plain.name(),
              plain.serif(),
              plain.mono(),
              plain.bold() || heavier,
              plain.italic() || slanted,
              plain.ascent(),
              plain.descent());
    }
    return looks[number];
  }

  /** Returns what a code reads as; U+FFFD if that is not known. */
  String text(int code) {
    return texts.computeIfAbsent(code, this::read);
  }

  private String read(int code) {
    String text;
    try {
      text = font.toUnicode(code, names);
    } catch (RuntimeException e) {
      text = null;
    }
    if (text != null && text.codePoints().allMatch(FontReading::isText)) {
      return text;
    }
    return drawsNothing(code) ? " " : UNKNOWN;
  }

  private static boolean isText(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c == '\t' || c == '\n' || c == '\r';
      case Character.SURROGATE, Character.UNASSIGNED -> false;
      default -> c != 0xFFFD;
    };
  }

  private boolean drawsNothing(int code) {
    if (!(font instanceof PDVectorFont outlines) || !font.isEmbedded()) {
      return false;
    }
    try {
      GeneralPath path = outlines.getNormalizedPath(code);
      return path != null && path.getBounds2D().isEmpty();
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }
}
