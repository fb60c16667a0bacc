package dev.yiben.formats.format.markdown;

import dev.yiben.formats.block.Slot;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.splice.Patch;
import java.util.List;

/**
 * A segment and where its target goes.
 *
 * @param start offset of the range that a target replaces
 * @param end offset after it
 * @param left what of Markdown begins before that range and wraps it, such as {@code **}
 * @param right what ends it
 * @param kind how it is written
 * @param slots its codes
 * @param prefix what begins further lines of its block: indents and marks of quotations
 * @param columns of the longest line of the source, if it has several; else 0
 * @param fixes what a translated text needs besides: labels of links that were their own labels
 * @param signature what is in it besides text: each code's kind and content, in order
 */
record Unit(
    Segment segment,
    int start,
    int end,
    String left,
    String right,
    Kind kind,
    List<Slot> slots,
    String prefix,
    int columns,
    List<Patch> fixes,
    List<String> signature) {
  /** How a target is written. */
  enum Kind {
    PARAGRAPH,
    /** A paragraph of a list's item or of a footnote. */
    ITEM,
    HEADING,
    CELL,
    /** A title in double quotation marks, single ones or parentheses. */
    TITLE,
    /** A value of front matter without quotation marks. */
    PLAIN_VALUE,
    DOUBLE_QUOTED_VALUE,
    SINGLE_QUOTED_VALUE,
    /** A value on lines of its own. */
    BLOCK_VALUE;

    /** Returns whether it is Markdown, not a value. */
    boolean isInline() {
      return switch (this) {
        case PARAGRAPH, ITEM, HEADING, CELL -> true;
        case TITLE, PLAIN_VALUE, DOUBLE_QUOTED_VALUE, SINGLE_QUOTED_VALUE, BLOCK_VALUE -> false;
      };
    }
  }

  /** Returns it with the width of lines that its file has, where it has several. */
  Unit inLinesOf(int fileColumns) {
    int widest = columns == 0 ? 0 : Math.max(columns, fileColumns);
    return new Unit(
        segment, start, end, left, right, kind, slots, prefix, widest, fixes, signature);
  }

  Unit {
    slots = List.copyOf(slots);
    fixes = List.copyOf(fixes);
    signature = List.copyOf(signature);
  }
}
