package dev.yiben.formats.pdf.page;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.util.Matrix;

/** Collects what a page draws that is not text, and finds what text it covers. */
final class Scenery {
  /** No page that anybody reads has more. */
  private static final int MOST_SHAPES = 200_000;

  /** How often it is asked at most whether a glyph is covered. */
  private static final long MOST_COVERING = 20_000_000;

  private final List<Draft> drafts;
  private final List<Shape> shapes = new ArrayList<>();
  private long covering;

  /**
   * Creates an empty scenery.
   *
   * @param drafts the glyphs of the page, as far as they are drawn
   */
  Scenery(List<Draft> drafts) {
    this.drafts = drafts;
  }

  List<Shape> shapes() {
    return shapes;
  }

  /**
   * Draws a picture.
   *
   * @param toPage turns a square of one point into its place on the page
   * @param opaque whether nothing is seen through it
   */
  void picture(StreamScan here, Matrix toPage, boolean opaque) {
    PathBoxes boxes = new PathBoxes();
    boxes.rectangle(
        toPage.transformPoint(0, 0),
        toPage.transformPoint(1, 0),
        toPage.transformPoint(1, 1),
        toPage.transformPoint(0, 1));
    PathBoxes.Part part = boxes.take().get(0);
    add(here, part.box(), Shape.Kind.PICTURE, 0, false);
    if (opaque && part.rectangle()) {
      cover(here, part.box());
    }
  }

  /** Fills all that may be drawn on. */
  void flood(StreamScan here) {
    add(here, here.clip(), Shape.Kind.AREA, 0, false);
  }

  /**
   * Draws a path.
   *
   * @param filled whether it is filled, and not just outlined
   * @param opaque whether nothing is seen through it
   */
  void path(StreamScan here, List<PathBoxes.Part> parts, boolean filled, int rgb, boolean opaque) {
    for (PathBoxes.Part part : parts) {
      if (!filled && !part.lines().isEmpty()) {
        part.lines().forEach(line -> add(here, line, Shape.Kind.RULE, rgb, true));
      } else {
        Shape.Kind kind = part.isThin() ? Shape.Kind.RULE : Shape.Kind.AREA;
        add(here, part.box(), kind, rgb, !filled);
      }
    }
    // The parts of a path may cancel each other out.
    if (filled && opaque && parts.size() == 1) {
      PathBoxes.Part part = parts.get(0);
      if (part.rectangle() && !part.isThin()) {
        cover(here, part.box());
      }
    }
  }

  private void add(StreamScan here, Box box, Shape.Kind kind, int rgb, boolean stroked) {
    Box seen = box.intersection(here.clip());
    boolean hidden = here.mark().hidden() || seen.width() < 0 || seen.height() < 0;
    if (!hidden && shapes.size() < MOST_SHAPES) {
      shapes.add(new Shape(seen, kind, rgb, stroked, drafts.size()));
    }
  }

  /** Leaves out glyphs that something lies upon. */
  private void cover(StreamScan here, Box box) {
    covering += drafts.size();
    if (covering > MOST_COVERING || here.mark().hidden()) {
      return;
    }
    Box seen = box.intersection(here.clip());
    for (Draft draft : drafts) {
      if (draft.rule == null && seen.contains(draft.onPage(), 0)) {
        draft.rule = "covered-text";
      }
    }
  }
}
