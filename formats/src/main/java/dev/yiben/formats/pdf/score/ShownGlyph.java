package dev.yiben.formats.pdf.score;

import java.awt.geom.Rectangle2D;

/**
 * A glyph that a page shows.
 *
 * @param letters what it reads as, without compatibility forms, white space and hyphens
 * @param x where it stands on the page, in points
 * @param y where it stands on the page, in points
 * @param box around its advance and about its ink, on the page
 * @param size height of an em in points
 * @param angle direction in which its text runs, in degrees
 * @param font name of its font
 * @param visible whether it is painted
 * @param missing whether the font has no glyph for it
 * @param embedded whether the font is in the file
 */
record ShownGlyph(
    String letters,
    double x,
    double y,
    Rectangle2D box,
    double size,
    double angle,
    String font,
    boolean visible,
    boolean missing,
    boolean embedded) {

  /** Returns whether another glyph, of another file, is the same in the same place. */
  boolean isSame(ShownGlyph other) {
    return Math.abs(x - other.x) <= GlyphDifference.TOLERANCE
        && Math.abs(y - other.y) <= GlyphDifference.TOLERANCE
        && letters.equals(other.letters)
        && Math.abs(size - other.size) <= GlyphDifference.TOLERANCE
        && font.equals(other.font);
  }
}
