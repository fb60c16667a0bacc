package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.pdf.page.Box;
import dev.yiben.formats.pdf.page.Direction;
import dev.yiben.formats.pdf.page.Shape;
import java.util.List;

/**
 * All text of a page that runs in one direction, on its way to paragraphs.
 *
 * <p>The finders of tables, formulas and the like turn a region into another: what they recognise
 * moves from its lines into its claims.
 *
 * @param direction of all lines
 * @param page what is shown of the page, in upright space
 * @param lines pieces of lines, none wider than a column, that nobody has claimed; from the top
 *     down, and from the left
 * @param shapes all that is not text, with boxes in upright space
 * @param claims what has been recognised
 */
record Region(
    Direction direction, Box page, List<Line> lines, List<Shape> shapes, List<Claim> claims) {
  Region {
    lines = List.copyOf(lines);
    shapes = List.copyOf(shapes);
    claims = List.copyOf(claims);
  }

  /** Returns the size of text that half of all lines do not exceed, in points. */
  double usualSize() {
    double[] sizes = lines.stream().mapToDouble(Line::size).sorted().toArray();
    return sizes.length == 0 ? 10 : sizes[sizes.length / 2];
  }
}
