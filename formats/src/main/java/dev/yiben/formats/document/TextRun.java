package dev.yiben.formats.document;

/** A run of text without codes, unescaped, never empty, and free of the placeholder brackets. */
public record TextRun(String text) implements Inline {
  public TextRun {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("A text run must not be empty");
    }
  }
}
