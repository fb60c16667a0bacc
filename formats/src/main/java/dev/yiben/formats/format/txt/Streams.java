package dev.yiben.formats.format.txt;

import dev.yiben.formats.document.Role;
import java.util.List;

/**
 * The parts of a text that stand for themselves: each chapter, each page that a form feed ends. A
 * heading right after another, as in a table of contents, begins none.
 */
final class Streams {
  private final int[] pageEnds;
  private int page;
  private int part = 1;
  private boolean hasText;

  Streams(List<Line> lines) {
    pageEnds = lines.stream().filter(Line::endsPage).mapToInt(Line::end).toArray();
  }

  /** Returns the name of the part that a paragraph belongs to; to be asked in order. */
  String of(Paragraph paragraph) {
    boolean begins = paragraph.beginsChapter();
    while (page < pageEnds.length && pageEnds[page] < paragraph.start()) {
      page++;
      begins = true;
    }
    if (begins && hasText) {
      part++;
      hasText = false;
    }
    hasText |= paragraph.role() != Role.HEADING;
    return "part/" + part;
  }
}
