package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.pdf.page.Direction;
import dev.yiben.formats.pdf.page.Glyph;
import dev.yiben.formats.pdf.page.PageContent;
import dev.yiben.formats.pdf.page.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the layout of a page, in stages.
 *
 * <ol>
 *   <li>Glyphs that are no text to be translated are left outside.
 *   <li>The others become pieces of lines, for each direction of running a {@link Region}.
 *   <li>Tables, formulas and the like claim theirs.
 *   <li>What is left is ordered into columns, with the claims in between.
 *   <li>The columns become paragraphs.
 *   <li>Paragraphs get their roles, and the rules that keep them as they are.
 * </ol>
 */
public final class LayoutReader {

  /** Returns the layout of a page. */
  public PageLayout read(PageContent content) {
    Outside outside = new Outside();
    content.outside().forEach((rule, glyphs) -> glyphs.forEach(glyph -> outside.add(rule, glyph)));
    List<Paragraph> paragraphs = new ArrayList<>();
    directions(content, outside)
        .forEach(
            (direction, glyphs) -> {
              Region region = Claims.of(region(content, direction, glyphs));
              for (Block block : ReadingOrder.blocks(region)) {
                for (Paragraph found : ParagraphFinder.paragraphs(block, region, outside)) {
                  Paragraph paragraph = KeptWords.of(found);
                  paragraphs.add(paragraph.keptBy(KeepRules.of(paragraph, region)));
                }
              }
            });
    return new PageLayout(content, Headings.marked(paragraphs), outside.byRule());
  }

  /** Returns the glyphs in drawing order by their directions, that of most glyphs first. */
  private static Map<Direction, List<Glyph>> directions(PageContent content, Outside outside) {
    Map<Integer, List<Glyph>> angles = new LinkedHashMap<>();
    for (Glyph glyph : StackedGlyphs.turned(content.glyphs())) {
      if (glyph.isBlank()) {
        outside.add("white-space", glyph);
      }
      angles.computeIfAbsent(glyph.direction().degrees(), degrees -> new ArrayList<>()).add(glyph);
    }
    Map<Direction, List<Glyph>> directions = new LinkedHashMap<>();
    angles.entrySet().stream()
        .sorted(
            Comparator.comparingInt(
                    (Map.Entry<Integer, List<Glyph>> entry) -> entry.getValue().size())
                .reversed())
        .forEach(
            entry -> {
              List<Glyph> glyphs = entry.getValue();
              long standing = glyphs.stream().filter(each -> each.direction().vertical()).count();
              directions.put(new Direction(entry.getKey(), 2 * standing > glyphs.size()), glyphs);
            });
    return directions;
  }

  private static Region region(PageContent content, Direction direction, List<Glyph> glyphs) {
    List<Shape> shapes =
        content.shapes().stream().map(shape -> shape.at(direction.upright(shape.box()))).toList();
    return new Region(
        direction,
        direction.upright(content.crop()),
        LineFinder.lines(glyphs, shapes, direction.vertical()),
        shapes,
        List.of());
  }
}
