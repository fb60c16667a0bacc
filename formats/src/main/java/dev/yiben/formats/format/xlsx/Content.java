package dev.yiben.formats.format.xlsx;

import dev.yiben.formats.markup.Characters;

/**
 * The text of an element that has no others in it.
 *
 * @param start offset of its first character as written
 * @param end offset after its last one
 * @param literal whether it is a CDATA section, in which there are no references
 */
record Content(int start, int end, boolean literal) {
  private static final int SECTION_START = "<![CDATA[".length();
  private static final int SECTION_END = "]]>".length();

  /** Returns the text, decoded. */
  String text(String part) {
    return literal ? part.substring(start, end) : Characters.decode(part, start, end);
  }

  /** Returns where to write text with references: the whole section, if it is one. */
  int wholeStart() {
    return literal ? start - SECTION_START : start;
  }

  /** Returns the offset after what {@link #wholeStart} begins. */
  int wholeEnd() {
    return literal ? end + SECTION_END : end;
  }
}
