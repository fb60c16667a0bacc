package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.pdf.page.Box;
import dev.yiben.formats.pdf.page.Glyph;
import java.util.List;

/**
 * Glyphs of a line that belong together.
 *
 * @param glyphs in reading order, without white space; never empty
 * @param kind what they are
 * @param spaceBefore whether a space parts them from the word before
 */
public record Word(List<Glyph> glyphs, Kind kind, boolean spaceBefore) {
  /** What a word is. */
  public enum Kind {
    TEXT,
    /** Raised and small, such as the number of a note. */
    SUPERSCRIPT,
    /** Lowered and small. */
    SUBSCRIPT,
    /** Kept as it is drawn: part of a formula, a symbol, what cannot be read. */
    KEPT
  }

  public Word {
    glyphs = List.copyOf(glyphs);
  }

  /** Returns the box around all glyphs. */
  public Box box() {
    return glyphs.stream().map(Glyph::box).reduce(Box::union).orElseThrow();
  }

  /** Returns what the glyphs read as. */
  public String text() {
    return WordText.of(glyphs);
  }
}
