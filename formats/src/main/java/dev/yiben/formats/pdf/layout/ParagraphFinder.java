package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.document.Role;
import java.util.ArrayList;
import java.util.List;

/** Finds the paragraphs of a block. */
final class ParagraphFinder {
  private ParagraphFinder() {}

  /**
   * Returns the paragraphs of a block, in its order.
   *
   * @param outside takes the markers of lists
   */
  static List<Paragraph> paragraphs(Block block, Region region, Outside outside) {
    Leading leading = Leading.of(block.lines());
    ParagraphShape shape = new ParagraphShape(block, region, leading);
    List<List<Line>> groups = block.whole() ? List.of(block.lines()) : groups(block, region);
    List<Paragraph> paragraphs = new ArrayList<>();
    for (List<Line> group : groups) {
      Line first = group.get(0);
      if (group.size() == 1 && ListMarkers.isNothingElse(first)) {
        first.words().forEach(word -> outside.add("list-marker", word));
        continue;
      }
      int marker =
          block.whole() && block.role() != Role.LIST_ITEM ? 0 : ListMarkers.length(first, group);
      if (marker == 0) {
        paragraphs.add(shape.of(group, block.role()));
      } else {
        Line text = first.without(marker, word -> outside.add("list-marker", word));
        List<Line> lines = new ArrayList<>(group);
        lines.set(0, text);
        Role item = ListMarkers.isNoteNumber(first.words().get(0)) ? Role.NOTE : Role.LIST_ITEM;
        paragraphs.add(shape.of(lines, block.role() == Role.PARAGRAPH ? item : block.role()));
      }
    }
    return paragraphs;
  }

  private static List<List<Line>> groups(Block block, Region region) {
    List<List<Line>> groups = new ArrayList<>();
    List<Line> open = new ArrayList<>();
    ParagraphBreaks breaks = new ParagraphBreaks(block.lines(), region);
    for (int i = 0; i < block.lines().size(); i++) {
      if (i > 0 && breaks.before(i, open.size())) {
        groups.add(List.copyOf(open));
        open.clear();
      }
      open.add(block.lines().get(i));
    }
    groups.add(List.copyOf(open));
    return groups;
  }
}
