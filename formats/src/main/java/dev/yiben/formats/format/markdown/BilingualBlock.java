package dev.yiben.formats.format.markdown;

import dev.yiben.formats.format.Layout;
import dev.yiben.formats.splice.Patch;

/** Puts a target beside its source, so that both are shown and the document keeps its shape. */
record BilingualBlock(Unit unit, String lineEnd, Layout layout) {

  Patch with(String written) {
    String between =
        switch (unit.kind()) {
          case PARAGRAPH -> lineEnd + unit.prefix().stripTrailing() + lineEnd + unit.prefix();
          case ITEM -> "  " + lineEnd + unit.prefix();
          case HEADING -> " / ";
          case CELL -> "<br>";
          case TITLE, PLAIN_VALUE, DOUBLE_QUOTED_VALUE, SINGLE_QUOTED_VALUE, BLOCK_VALUE ->
              throw new IllegalStateException("Values have one language");
        };
    String whole = unit.left() + written + unit.right();
    int start = unit.start() - unit.left().length();
    int end = unit.end() + unit.right().length();
    return layout == Layout.BILINGUAL_ABOVE
        ? new Patch(start, start, whole + between)
        : new Patch(end, end, between + whole);
  }
}
