package dev.yiben.formats.pdf.layout;

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
    directions(content.glyphs(), outside)
        .forEach(
            (direction, glyphs) -> {
              Region region = AlignedTables.of(TableClaims.of(region(content, direction, glyphs)));
              for (Block block : ReadingOrder.blocks(region)) {
                paragraphs.addAll(ParagraphFinder.paragraphs(block, region, outside));
              }
            });
    return new PageLayout(content, paragraphs, outside.byRule());
  }

  private static Map<Direction, List<Glyph>> directions(List<Glyph> glyphs, Outside outside) {
    Map<Direction, List<Glyph>> directions = new LinkedHashMap<>();
    for (Glyph glyph : glyphs) {
      if (glyph.isBlank()) {
        outside.add("white-space", glyph);
      }
      directions.computeIfAbsent(glyph.direction(), key -> new ArrayList<>()).add(glyph);
    }
    return directions;
  }

  private static Region region(PageContent content, Direction direction, List<Glyph> glyphs) {
    List<Shape> shapes =
        content.shapes().stream()
            .map(shape -> new Shape(direction.upright(shape.box()), shape.kind()))
            .toList();
    return new Region(
        direction,
        direction.upright(content.crop()),
        LineFinder.lines(glyphs, shapes, direction.vertical()),
        shapes,
        List.of());
  }
}
