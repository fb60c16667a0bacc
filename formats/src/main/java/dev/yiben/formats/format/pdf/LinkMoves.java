package dev.yiben.formats.format.pdf;

import dev.yiben.formats.pdf.page.Box;
import dev.yiben.formats.pdf.page.Direction;
import dev.yiben.formats.pdf.typeset.Placed;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.function.Predicate;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;

/** Moves links to the new places of their anchor texts (ISO 32000-2, 12.5.6.5). */
final class LinkMoves {
  private final List<PDPage> pages;

  /**
   * Creates moves.
   *
   * @param pages the pages that are changed
   */
  LinkMoves(List<PDPage> pages) {
    this.pages = pages;
  }

  /**
   * Moves the links of a part of a unit: with the text that was theirs to other lines, or to
   * another page if no word of it is left on theirs.
   *
   * @param placed the whole unit as it is set
   * @param links the links of the part's page
   */
  void move(Unit unit, int part, List<Placed> placed, PageLinks links, Direction direction) {
    ParagraphText text = unit.parts().get(part).text();
    if (!text.links().isEmpty()) {
      move(unit, part, placed, one -> one.frame() == part, links.all(text.links()), direction);
    }
    int before = unit.codesBefore(part);
    text.meanings()
        .forEach(
            (number, meaning) -> {
              if (meaning instanceof Meaning.Link link) {
                move(
                    unit,
                    part,
                    placed,
                    one -> one.anchor() == number + before,
                    links.all(link.links()),
                    direction);
              }
            });
  }

  private void move(
      Unit unit,
      int part,
      List<Placed> placed,
      Predicate<Placed> ofAnchor,
      List<COSDictionary> links,
      Direction direction) {
    List<Placed> anchor = placed.stream().filter(ofAnchor).toList();
    int own = unit.parts().get(part).page();
    int page =
        anchor.stream()
            .map(one -> unit.parts().get(one.frame()).page())
            .filter(number -> number == own)
            .findFirst()
            .or(() -> anchor.stream().map(one -> unit.parts().get(one.frame()).page()).findFirst())
            .orElse(own);
    double size = unit.parts().get(part).frame().size();
    List<Box> lines =
        AnchorLines.of(
            anchor.stream().filter(one -> unit.parts().get(one.frame()).page() == page).toList(),
            size);
    place(links, lines, direction);
    if (page != own) {
      links.forEach(link -> turnOver(link, pages.get(own), pages.get(page)));
    }
  }

  private static void turnOver(COSDictionary link, PDPage from, PDPage to) {
    COSArray left = from.getCOSObject().getCOSArray(COSName.ANNOTS);
    COSArray joined = to.getCOSObject().getCOSArray(COSName.ANNOTS);
    if (left == null || !left.removeObject(link)) {
      return;
    }
    if (joined == null) {
      joined = new COSArray();
      to.getCOSObject().setItem(COSName.ANNOTS, joined);
    }
    joined.add(link);
    link.setItem(COSName.P, to.getCOSObject());
  }

  /** Places links on lines: one for each line of the source, mostly. */
  private static void place(List<COSDictionary> links, List<Box> lines, Direction direction) {
    for (int i = 0; i < links.size() && !lines.isEmpty(); i++) {
      // The last link takes what is left; links without a line of their own lie on the last one.
      int from = Math.min(i, lines.size() - 1);
      int to = i == links.size() - 1 ? lines.size() : from + 1;
      place(links.get(i), lines.subList(from, Math.max(from + 1, to)), direction);
    }
  }

  private static void place(COSDictionary link, List<Box> lines, Direction direction) {
    Box around = lines.stream().map(direction::onPage).reduce(Box::union).orElseThrow();
    link.setItem(
        COSName.RECT,
        array(
            Math.floor(around.left() * 10) / 10,
            Math.floor(around.bottom() * 10) / 10,
            Math.ceil(around.right() * 10) / 10,
            Math.ceil(around.top() * 10) / 10));
    if (lines.size() == 1 && direction.degrees() % 90 == 0) {
      link.removeItem(COSName.QUADPOINTS);
      return;
    }
    COSArray quads = new COSArray();
    AffineTransform toPage = direction.toPage();
    for (Box line : lines) {
      // In the order that programs agree on, which is not that of the standard.
      add(quads, toPage, line.left(), line.top());
      add(quads, toPage, line.right(), line.top());
      add(quads, toPage, line.left(), line.bottom());
      add(quads, toPage, line.right(), line.bottom());
    }
    link.setItem(COSName.QUADPOINTS, quads);
  }

  private static void add(COSArray quads, AffineTransform toPage, double x, double y) {
    Point2D point = toPage.transform(new Point2D.Double(x, y), null);
    quads.add(number(point.getX()));
    quads.add(number(point.getY()));
  }

  private static COSArray array(double... numbers) {
    COSArray array = new COSArray();
    for (double number : numbers) {
      array.add(number(number));
    }
    return array;
  }

  private static COSFloat number(double value) {
    return new COSFloat(Math.round(value * 100) / 100f);
  }
}
