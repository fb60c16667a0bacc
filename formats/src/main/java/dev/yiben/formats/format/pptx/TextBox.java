package dev.yiben.formats.format.pptx;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.lines.Columns;
import java.util.List;
import java.util.Map;

/**
 * A shape of a fixed size with text, and about how much of it the text fills.
 *
 * <p>Fonts are not looked at: a column is taken for half as wide as letters are high.
 *
 * @param name that PowerPoint shows of it
 * @param width of a line, in points
 * @param height of all lines, in points
 */
record TextBox(String name, double width, double height, List<Entry> paragraphs) {
  private static final double COLUMN = 0.5;
  private static final double LINE = 1.2;

  /**
   * A paragraph.
   *
   * @param id of its segment
   * @param source its text
   * @param size of its letters, in points
   * @param indent of its lines, in points
   */
  record Entry(SegmentId id, CodedText source, double size, double indent) {
    double height(CodedText text, double width) {
      double columns = Math.max(1, (width - indent) / (size * COLUMN));
      int lines =
          text.visibleText()
              .lines()
              .mapToInt(line -> (int) Math.max(1, Math.ceil(Columns.of(line) / columns)))
              .sum();
      return Math.max(1, lines) * size * LINE;
    }
  }

  /**
   * Returns how much of its place the translation fills, where it is more than before: 1 for all.
   *
   * <p>A source that seems to need more than there is fills its place, since its author has seen
   * it.
   */
  double filled(Map<SegmentId, CodedText> targets) {
    double before = 0;
    double after = 0;
    for (Entry paragraph : paragraphs) {
      before += paragraph.height(paragraph.source(), width);
      after += paragraph.height(targets.getOrDefault(paragraph.id(), paragraph.source()), width);
    }
    return after > before ? after / Math.max(height, before) : 0;
  }
}
