package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.pdf.page.Glyph;
import java.util.ArrayList;
import java.util.List;

/** Finds the paragraphs of a block. */
final class ParagraphFinder {
  private ParagraphFinder() {}

  static List<Paragraph> paragraphs(Block block, Region region, Outside outside) {
    if (block.whole()) {
      return List.of(paragraph(block, block.lines(), region));
    }
    List<Paragraph> paragraphs = new ArrayList<>();
    List<Line> open = new ArrayList<>();
    for (Line line : block.lines()) {
      if (!open.isEmpty() && !follows(open.get(open.size() - 1), line)) {
        paragraphs.add(paragraph(block, open, region));
        open.clear();
      }
      open.add(line);
    }
    paragraphs.add(paragraph(block, open, region));
    return paragraphs;
  }

  private static boolean follows(Line line, Line next) {
    double drop = line.baseline() - next.baseline();
    return first(line).place().stream() == first(next).place().stream()
        && Math.abs(line.size() - next.size()) < 0.1 * line.size()
        && drop > 0
        && drop < 1.7 * line.size()
        && next.box().left() < line.box().right()
        && line.box().left() < next.box().right();
  }

  private static Glyph first(Line line) {
    return line.words().get(0).glyphs().get(0);
  }

  private static Paragraph paragraph(Block block, List<Line> lines, Region region) {
    Line first = lines.get(0);
    double leading =
        lines.size() < 2
            ? 1.2 * first.size()
            : (first.baseline() - lines.get(lines.size() - 1).baseline()) / (lines.size() - 1);
    return new Paragraph(
        block.role(),
        region.direction(),
        lines,
        Line.box(lines),
        Alignment.LEFT,
        leading,
        0,
        false,
        block.cell(),
        block.keepRule());
  }
}
