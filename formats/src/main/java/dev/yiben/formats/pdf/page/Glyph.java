package dev.yiben.formats.pdf.page;

import org.apache.pdfbox.util.Matrix;

/**
 * A glyph on a page.
 *
 * @param index number in drawing order on the page
 * @param text what it reads as; empty if that is not known
 * @param box around its advance, ascent and descent, in the upright space of its direction
 * @param baseline where it stands in upright space; the middle of the column in vertical writing
 * @param size height of an em in points
 * @param direction in which its text runs
 * @param font its font
 * @param paint how it is painted
 * @param pose turns a unit of one em, at the origin of the glyph, into its place on the page
 * @param place where it is shown
 * @param mark identifier of the marked content that it belongs to; -1 for none
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
    int mark) {

  /** Returns whether the glyph is white space, or nothing. */
  public boolean isBlank() {
    return text.isBlank() || text.equals("\u00A0");
  }
}
