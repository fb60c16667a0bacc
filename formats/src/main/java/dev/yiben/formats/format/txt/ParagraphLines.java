package dev.yiben.formats.format.txt;

import java.util.List;

/**
 * The lines of a paragraph.
 *
 * @param lines one, or those that hard wrapping made of it
 * @param prose whether its lines may be cut anew; false for a line of verse or of a table
 * @param ownBlock whether blank lines are around it
 */
record ParagraphLines(List<Line> lines, boolean prose, boolean ownBlock) {
  Line first() {
    return lines.get(0);
  }

  Line last() {
    return lines.get(lines.size() - 1);
  }
}
