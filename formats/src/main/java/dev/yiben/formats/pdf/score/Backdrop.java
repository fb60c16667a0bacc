package dev.yiben.formats.pdf.score;

import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** What a page shows behind its texts. */
final class Backdrop {
  /** Where more of the place of a source differs from its colour, it stands over a picture. */
  private static final double PICTURE = 0.15;

  private static final int VISIBLE_DIFFERENCE = 40;

  private final BufferedImage image;
  private final AffineTransform toPixels;
  private final double pixelArea;

  Backdrop(BufferedImage image, PDPage page) {
    this.image = image;
    double scale = TextFreeRenderer.scale(page);
    this.pixelArea = 1 / (scale * scale);
    this.toPixels = toPixels(page, scale);
  }

  private static AffineTransform toPixels(PDPage page, double scale) {
    PDRectangle crop = page.getCropBox();
    AffineTransform turned = AffineTransform.getScaleInstance(scale, scale);
    switch (Math.floorMod(page.getRotation(), 360)) {
      case 90 -> turned.concatenate(new AffineTransform(0, 1, 1, 0, 0, 0));
      case 180 -> turned.concatenate(new AffineTransform(-1, 0, 0, 1, crop.getWidth(), 0));
      case 270 ->
          turned.concatenate(new AffineTransform(0, -1, -1, 0, crop.getHeight(), crop.getWidth()));
      default -> turned.concatenate(new AffineTransform(1, 0, 0, -1, 0, crop.getHeight()));
    }
    turned.translate(-crop.getLowerLeftX(), -crop.getLowerLeftY());
    return turned;
  }

  /** Returns the area of a box that is not on the page. */
  double outside(Rectangle2D box) {
    Rectangle2D pixels = toPixels.createTransformedShape(box).getBounds2D();
    Rectangle2D shown =
        pixels.createIntersection(
            new Rectangle2D.Double(0, 0, image.getWidth(), image.getHeight()));
    double inside = Math.max(0, shown.getWidth()) * Math.max(0, shown.getHeight());
    return Math.max(0, pixels.getWidth() * pixels.getHeight() - inside) * pixelArea;
  }

  /**
   * Returns the area of boxes in which the backdrop differs from that of a place.
   *
   * @param place of a text before it was translated, on the page
   * @param boxes of its glyphs now, on the page
   */
  double differing(Area place, Iterable<Rectangle2D> boxes) {
    Area pixels = place.createTransformedArea(toPixels);
    int[] color = prevailing(pixels);
    if (color.length == 0) {
      return 0;
    }
    double area = 0;
    for (Rectangle2D box : boxes) {
      Rectangle2D there = toPixels.createTransformedShape(box).getBounds2D();
      if (!pixels.contains(there)) {
        area += differing(there, pixels, color[0]);
      }
    }
    return area * pixelArea;
  }

  private int differing(Rectangle2D box, Area known, int color) {
    int count = 0;
    for (int y = (int) Math.round(box.getMinY()); y < Math.round(box.getMaxY()); y++) {
      for (int x = (int) Math.round(box.getMinX()); x < Math.round(box.getMaxX()); x++) {
        if (isInside(x, y)
            && !known.contains(x + 0.5, y + 0.5)
            && distance(image.getRGB(x, y), color) > VISIBLE_DIFFERENCE) {
          count++;
        }
      }
    }
    return count;
  }

  private boolean isInside(int x, int y) {
    return x >= 0 && y >= 0 && x < image.getWidth() && y < image.getHeight();
  }

  /** Returns the colour of most of a place; none if there is no such colour. */
  private int[] prevailing(Area pixels) {
    Rectangle bounds = pixels.getBounds();
    Map<Integer, Integer> counts = new HashMap<>();
    int all = 0;
    for (int y = bounds.y; y < bounds.y + bounds.height; y++) {
      for (int x = bounds.x; x < bounds.x + bounds.width; x++) {
        if (isInside(x, y) && pixels.contains(x + 0.5, y + 0.5)) {
          counts.merge(image.getRGB(x, y), 1, Integer::sum);
          all++;
        }
      }
    }
    int most =
        counts.entrySet().stream()
            .max(
                Map.Entry.<Integer, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .orElse(0);
    int like =
        counts.entrySet().stream()
            .filter(entry -> distance(entry.getKey(), most) <= VISIBLE_DIFFERENCE)
            .mapToInt(Map.Entry::getValue)
            .sum();
    return all == 0 || like < (1 - PICTURE) * all ? new int[0] : new int[] {most};
  }

  private static int distance(int one, int other) {
    int distance = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      distance = Math.max(distance, Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)));
    }
    return distance;
  }
}
