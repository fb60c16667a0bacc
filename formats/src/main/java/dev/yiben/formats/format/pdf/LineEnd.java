package dev.yiben.formats.format.pdf;

/** What the end of a line stands for in running text. */
enum LineEnd {
  SPACE,
  /** Nothing: the next line goes on where this one ends. */
  NOTHING,
  /** Nothing, and the hyphen before it neither. */
  DROPS_HYPHEN
}
