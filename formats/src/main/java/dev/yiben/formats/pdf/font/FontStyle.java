package dev.yiben.formats.pdf.font;

/**
 * What a font is to look like.
 *
 * @param serif whether strokes end in serifs
 * @param mono whether all glyphs are of one width
 * @param bold whether strokes are heavy
 * @param italic whether glyphs are slanted
 */
public record FontStyle(boolean serif, boolean mono, boolean bold, boolean italic) {
  /** Upright, of normal weight, without serifs. */
  public static final FontStyle PLAIN = new FontStyle(false, false, false, false);
}
