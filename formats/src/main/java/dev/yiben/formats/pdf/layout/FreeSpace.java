package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.pdf.page.Box;
import dev.yiben.formats.pdf.page.Direction;
import dev.yiben.formats.pdf.page.Glyph;
import dev.yiben.formats.pdf.page.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds how far the paragraphs of a page may grow without touching anything, nor where another may
 * grow.
 */
public final class FreeSpace {
  /** More shapes than this are taken as one drawing that is nowhere free. */
  private static final int MOST_SHAPES = 20_000;

  private final PageLayout layout;
  private final List<Box> fixed;
  private final Map<Direction, Sight> sights = new HashMap<>();

  /**
   * Creates a search on a page.
   *
   * @param fixed boxes on the page of what else nothing may grow over, such as fields
   */
  public FreeSpace(PageLayout layout, List<Box> fixed) {
    this.layout = layout;
    this.fixed = List.copyOf(fixed);
  }

  /**
   * Returns boxes that the text of a paragraph may take: its own, and others with more room each
   * than the one before.
   *
   * @param number place of the paragraph in the layout
   */
  public List<Box> around(int number) {
    Paragraph paragraph = layout.paragraphs().get(number);
    if (layout.content().shapes().size() > MOST_SHAPES) {
      return List.of(paragraph.box());
    }
    return sights.computeIfAbsent(paragraph.direction(), this::sight).rooms(number);
  }

  /** Returns what is on the page as text of a direction sees it. */
  private Sight sight(Direction direction) {
    List<Sight.Thing> things = new ArrayList<>();
    for (Shape shape : layout.content().shapes()) {
      things.add(new Sight.Thing(direction.upright(shape.box()), shape.kind() == Shape.Kind.RULE));
    }
    fixed.forEach(box -> things.add(new Sight.Thing(direction.upright(box), false)));
    layout
        .outside()
        .forEach(
            (rule, glyphs) ->
                glyphs.stream()
                    .filter(glyph -> !glyph.isBlank())
                    .forEach(glyph -> things.add(thing(glyph, direction))));
    List<Sight.Neighbour> neighbours = new ArrayList<>();
    for (Paragraph paragraph : layout.paragraphs()) {
      Box box =
          paragraph.direction().equals(direction)
              ? paragraph.box()
              : direction.upright(paragraph.direction().onPage(paragraph.box()));
      neighbours.add(new Sight.Neighbour(neighbours.size(), paragraph, box));
    }
    return new Sight(direction.upright(layout.content().crop()), direction, things, neighbours);
  }

  private static Sight.Thing thing(Glyph glyph, Direction direction) {
    Box box =
        glyph.direction().equals(direction)
            ? glyph.box()
            : direction.upright(glyph.direction().onPage(glyph.box()));
    return new Sight.Thing(box, false);
  }
}
