package dev.yiben.formats.block;

import dev.yiben.formats.document.Segment;
import java.util.List;

/**
 * A segment and where its target goes.
 *
 * @param start offset in the markup of the range that a target replaces
 * @param end offset after it
 * @param slots its codes in the order of the source, but for placeholder brackets of the text
 * @param quote the quotation mark around an attribute's value, {@link #UNQUOTED} for a value
 *     without, {@link #CONTENT} for text between tags
 * @param escaped whether the markup that it stands in is itself the escaped text of a document
 */
record Unit(Segment segment, int start, int end, List<Slot> slots, char quote, boolean escaped) {
  static final char CONTENT = ' ';
  static final char UNQUOTED = '\0';
}
