package dev.yiben.formats.pdf.page;

import org.apache.pdfbox.util.Matrix;

/**
 * A glyph on a page.
 *
 * @param index number among {@link PageContent#glyphs}; -1 for a glyph that is not to be read
 * @param text what it reads as; U+FFFD if that is not known; empty if another glyph's text stands
 *     for it too
 * @param box around its advance, ascent and descent, in the upright space of its direction
 * @param baseline where it stands in upright space; the middle of the column in vertical writing
 * @param size height of an em in points
 * @param direction in which its text runs
 * @param font its font
 * @param paint how it is painted
 * @param pose turns a unit of one em, at the origin of the glyph, into its place on the page
 * @param place where it is shown
 * @param mark identifier of the marked content that it belongs to; -1 for none
 * @param artifact whether it is marked as no part of the text proper, such as a page number
 */
public record Glyph(
    int index,
    String text,
    Box box,
    double baseline,
    double size,
    Direction direction,
    GlyphFont font,
    Paint paint,
    Matrix pose,
    Place place,
    int mark,
    boolean artifact) {

  /** Returns whether the glyph is white space. */
  public boolean isBlank() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != 0x200B && c != 0xFEFF) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** Returns whether it is known what the glyph reads as. */
  public boolean isReadable() {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (c == 0xFFFD || Character.getType(c) == Character.PRIVATE_USE) {
        return false;
      }
    }
    return true;
  }

  /** Hashes little, which tells the glyphs of a page apart: pages have many, looked up often. */
  @Override
  public int hashCode() {
    return 31 * index + box.hashCode();
  }

  /** Returns the same glyph as another number that reads as something else. */
  Glyph as(int number, String reading, GlyphFont look) {
    return new Glyph(
        number, reading, box, baseline, size, direction, look, paint, pose, place, mark, artifact);
  }
}
