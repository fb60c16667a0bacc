package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.pdf.page.Box;
import dev.yiben.formats.pdf.page.Glyph;
import java.util.List;

/** Glyphs of a line that belong together. */
public final class Word {
  private final List<Glyph> glyphs;
  private final Kind kind;
  private final boolean spaceBefore;

  // Both are asked for again and again, by every stage of the layout.
  private Box box;
  private String text;

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

  /**
   * Creates a word.
   *
   * @param glyphs in reading order, without white space; never empty
   * @param kind what they are
   * @param spaceBefore whether a space parts them from the word before
   */
  public Word(List<Glyph> glyphs, Kind kind, boolean spaceBefore) {
    this.glyphs = List.copyOf(glyphs);
    this.kind = kind;
    this.spaceBefore = spaceBefore;
  }

  /** Returns the glyphs in reading order, without white space. */
  public List<Glyph> glyphs() {
    return glyphs;
  }

  /** Returns what the glyphs are. */
  public Kind kind() {
    return kind;
  }

  /** Returns whether a space parts the word from the one before. */
  public boolean spaceBefore() {
    return spaceBefore;
  }

  /** Returns the box around all glyphs. */
  public Box box() {
    if (box == null) {
      box = glyphs.stream().map(Glyph::box).reduce(Box::union).orElseThrow();
    }
    return box;
  }

  /** Returns what the glyphs read as. */
  public String text() {
    if (text == null) {
      text = WordText.of(glyphs);
    }
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Word word
            && kind == word.kind
            && spaceBefore == word.spaceBefore
            && glyphs.equals(word.glyphs));
  }

  @Override
  public int hashCode() {
    return 31 * glyphs.size() + glyphs.get(0).hashCode();
  }

  @Override
  public String toString() {
    return kind + " " + text();
  }
}
