package dev.yiben.formats.document;

/**
 * Markup inside a segment that must survive translation: half of a pair (a link's start or end tag)
 * or a standalone one (a picture, a line break, a footnote reference).
 *
 * @param number identifies the code in its segment, from 1; the two halves of a pair share it
 * @param kind which half of a pair, or standalone
 * @param original what stands in the file, byte for byte once encoded; written back as it is
 * @param text what a reader sees of the code, such as {@code 7} for a footnote reference or a
 *     newline for a line break; empty for most
 */
public record InlineCode(int number, Kind kind, String original, String text) implements Inline {
  /** How a code takes part in the text. */
  public enum Kind {
    OPEN,
    CLOSE,
    STANDALONE
  }

  public InlineCode {
    if (number < 1) {
      throw new IllegalArgumentException("Codes are numbered from 1, got " + number);
    }
  }

  /** Returns the placeholder that stands for this code in marked text, such as {@code ⟦2⟧}. */
  public String placeholder() {
    return kind == Kind.CLOSE ? "⟦/" + number + "⟧" : "⟦" + number + "⟧";
  }
}
