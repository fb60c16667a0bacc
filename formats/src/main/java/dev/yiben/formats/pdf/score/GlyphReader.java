package dev.yiben.formats.pdf.score;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Reads the glyphs of a page in the order in which they are shown, as PDFBox extracts text. */
final class GlyphReader extends PDFTextStripper {
  /** About the ink of most scripts: a little below the baseline, up to the height of capitals. */
  private static final double BELOW = 0.15;

  private static final double ABOVE = 0.75;
  private static final int MOST_GLYPHS = 500_000;

  /** Stands for a glyph that nobody can read; it is in no text. */
  private static final String UNREADABLE = "\uFFFD";

  private final List<ShownGlyph> glyphs = new ArrayList<>();
  private final Map<PDFont, String> names = new HashMap<>();

  private GlyphReader() {}

  /** Reads a page, counted from 0. */
  static List<ShownGlyph> read(PDDocument document, int page) throws IOException {
    GlyphReader reader = new GlyphReader();
    reader.setStartPage(page + 1);
    reader.setEndPage(page + 1);
    reader.getText(document);
    return reader.glyphs;
  }

  @Override
  protected void showGlyph(Matrix rendering, PDFont font, int code, Vector displacement)
      throws IOException {
    if (glyphs.size() >= MOST_GLYPHS) {
      return;
    }
    String text = font.toUnicode(code);
    if (text != null && !text.isEmpty() && text.codePoints().allMatch(GlyphReader::isSpace)) {
      return;
    }
    double height = font instanceof PDType3Font type3 ? height(type3) : 1;
    double size = Math.hypot(rendering.getShearX(), rendering.getScaleY()) * height;
    double advance = font.isVertical() ? font.getWidth(code) / 1000 : displacement.getX();
    Rectangle2D box =
        new Rectangle2D.Double(
            Math.min(0, advance), -BELOW * height, Math.abs(advance), (ABOVE + BELOW) * height);
    double angle = Math.toDegrees(Math.atan2(rendering.getShearY(), rendering.getScaleX()));
    glyphs.add(
        new ShownGlyph(
            text == null || text.isEmpty() ? UNREADABLE : letters(text),
            rendering.getTranslateX(),
            rendering.getTranslateY(),
            rendering.createAffineTransform().createTransformedShape(box).getBounds2D(),
            size,
            font.isVertical() ? angle - 90 : angle,
            names.computeIfAbsent(font, known -> String.valueOf(known.getName())),
            isVisible(),
            font instanceof PDType0Font type0 && type0.isEmbedded() && type0.codeToGID(code) == 0,
            font.isEmbedded()));
  }

  private boolean isVisible() {
    return switch (getGraphicsState().getTextState().getRenderingMode()) {
      case FILL, STROKE, FILL_STROKE, FILL_CLIP, STROKE_CLIP, FILL_STROKE_CLIP -> true;
      case NEITHER, NEITHER_CLIP -> false;
    };
  }

  /** Returns the height of an em of a font that has its own units. */
  private static double height(PDType3Font font) {
    double height =
        font.getFontBBox() == null
            ? 0
            : font.getFontBBox().getHeight() * Math.abs(font.getFontMatrix().getScaleY());
    return height > 0.1 && height < 100 ? height : 1;
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Returns what counts of a text: a line end may put in hyphens and take spaces out. */
  static String letters(String text) {
    StringBuilder letters = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .filter(c -> !isSpace(c))
        .filter(c -> Character.getType(c) != Character.FORMAT && !Character.isISOControl(c))
        .filter(c -> c != '-' && c != '\u2010' && c != '\u2011' && c != 0xFFFD)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
