package dev.yiben.formats.document;

/** What a segment is in its document; prompts, checks and the translation memory use it. */
public enum Role {
  PARAGRAPH,
  HEADING,
  LIST_ITEM,
  TABLE_CELL,
  CAPTION,
  NOTE,
  /** A subtitle or a spoken line. */
  CUE,
  /** A text in a picture: a sign, a letter, a title. */
  SIGN,
  /** The name of who speaks. */
  SPEAKER,
  /** A line of a table of contents. */
  TOC_ENTRY,
  /** The title, description or another property of the document. */
  METADATA,
  /** Alternative text, a tooltip or another text that belongs to an element. */
  ATTRIBUTE;

  /** Returns whether the text is a label that reads the same wherever it stands. */
  public boolean isLabel() {
    return switch (this) {
      case HEADING, TABLE_CELL, SIGN, SPEAKER, TOC_ENTRY, METADATA, ATTRIBUTE -> true;
      case PARAGRAPH, LIST_ITEM, CAPTION, NOTE, CUE -> false;
    };
  }
}
