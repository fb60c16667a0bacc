package dev.yiben.formats.run;

/** How a standalone code takes part in the text around it. */
public enum CodeKind {
  /** Marks where something begins and is not seen: a bookmark's start. */
  START_ANCHOR,
  /** Marks where something ends and is not seen: a bookmark's end. */
  END_ANCHOR,
  /** Is seen beside the text: a note's number, a picture, a line break. */
  MARK,
  /** Stands for words of the sentence: a field, a symbol, a formula. */
  WORD;

  boolean isAnchor() {
    return this == START_ANCHOR || this == END_ANCHOR;
  }
}
