package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.pdf.page.Box;
import dev.yiben.formats.pdf.page.Direction;
import dev.yiben.formats.pdf.page.Glyph;
import dev.yiben.formats.pdf.page.PageContent;
import dev.yiben.formats.pdf.page.Shape;
import java.util.ArrayList;
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
              Region region = AlignedTables.of(TableClaims.of(region(content, direction, glyphs)));
              for (Block block : ReadingOrder.blocks(region)) {
                paragraphs.addAll(ParagraphFinder.paragraphs(block, region, outside));
              }
            });
    return new PageLayout(content, Headings.marked(paragraphs), outside.byRule());
  }

  /** Returns the glyphs by their directions, in drawing order, but for those to be left out. */
  private static Map<Direction, List<Glyph>> directions(PageContent content, Outside outside) {
    Map<Integer, List<Glyph>> angles = new LinkedHashMap<>();
    for (Glyph glyph : content.glyphs()) {
      Box onPage = glyph.direction().onPage(glyph.box());
      if (glyph.isBlank()) {
        outside.add("white-space", glyph);
      } else if (glyph.paint().isInvisible()) {
        outside.add("invisible", glyph);
        continue;
      } else if (!content.crop().grown(1).intersects(onPage)) {
        outside.add("outside-page", glyph);
        continue;
      }
      angles.computeIfAbsent(glyph.direction().degrees(), degrees -> new ArrayList<>()).add(glyph);
    }
    Map<Direction, List<Glyph>> directions = new LinkedHashMap<>();
    angles.forEach(
        (degrees, glyphs) -> {
          long standing = glyphs.stream().filter(glyph -> glyph.direction().vertical()).count();
          directions.put(new Direction(degrees, 2 * standing > glyphs.size()), glyphs);
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
