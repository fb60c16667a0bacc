package dev.yiben.formats.pdf.layout;

/** How the lines of a paragraph stand between its edges. */
public enum Alignment {
  LEFT,
  CENTER,
  RIGHT,
  JUSTIFIED
}
