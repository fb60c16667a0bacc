package dev.yiben.formats.format.renpy;

import java.util.List;

/**
 * A string of the script language.
 *
 * @param start offset in the file of its prefix or first quote
 * @param end offset in the file after its last quote
 * @param quote the quote, once
 * @param triple whether three quotes stand at either end
 * @param raw whether a prefix {@code r} says that it has no escapes
 * @param parts its content; one part, or for a string in three quotes that is not raw a part for
 *     each paragraph, of which there may be none
 */
record StringLiteral(
    int start, int end, char quote, boolean triple, boolean raw, List<Span> parts) {
  StringLiteral {
    parts = List.copyOf(parts);
  }

  /**
   * Returns the value: of the only part, or of all with a blank line between.
   *
   * <p>White space is collapsed and escapes are resolved as the engine does it; the text of a span
   * is the value, its offsets are those of what is written in the file.
   */
  String value() {
    return parts.size() == 1
        ? parts.get(0).text()
        : String.join("\n\n", parts.stream().map(Span::text).toList());
  }
}
