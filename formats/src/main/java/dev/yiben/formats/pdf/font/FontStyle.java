package dev.yiben.formats.pdf.font;

/**
 * What a font is to look like.
 *
 * @param serif whether strokes end in serifs
 * @param mono whether all glyphs are of one width
 * @param bold whether strokes are heavy
 * @param italic whether glyphs are slanted
 * @param name of a font that looks so, without the tag of a subset; empty if none is known
 */
public record FontStyle(boolean serif, boolean mono, boolean bold, boolean italic, String name) {
  /** Upright, of normal weight, without serifs. */
  public static final FontStyle PLAIN = new FontStyle(false, false, false, false);

  /** Creates a style that no font is known for. */
  public FontStyle(boolean serif, boolean mono, boolean bold, boolean italic) {
    this(serif, mono, bold, italic, "");
  }

  /** Returns this style, as of a font. */
  public FontStyle of(String font) {
    return new FontStyle(serif, mono, bold, italic, font);
  }
}
