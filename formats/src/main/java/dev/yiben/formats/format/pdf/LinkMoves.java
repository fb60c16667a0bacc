package dev.yiben.formats.format.pdf;

import dev.yiben.formats.pdf.page.Box;
import dev.yiben.formats.pdf.page.Direction;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;

/** Moves links to the new places of their anchor texts (ISO 32000-2, 12.5.6.5). */
final class LinkMoves {
  private LinkMoves() {}

  /**
   * Moves the links of an anchor text.
   *
   * @param links one for each line of the source, mostly
   * @param lines boxes of the anchor text in the translation, in upright space, one for each line
   */
  static void move(List<COSDictionary> links, List<Box> lines, Direction direction) {
    for (int i = 0; i < links.size() && !lines.isEmpty(); i++) {
      // The last link takes what is left; links without a line of their own lie on the last one.
      int from = Math.min(i, lines.size() - 1);
      int to = i == links.size() - 1 ? lines.size() : from + 1;
      place(links.get(i), lines.subList(from, Math.max(from + 1, to)), direction);
    }
  }

  private static void place(COSDictionary link, List<Box> lines, Direction direction) {
    Box around = lines.stream().map(direction::onPage).reduce(Box::union).orElseThrow();
    link.setItem(COSName.RECT, array(around.left(), around.bottom(), around.right(), around.top()));
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
