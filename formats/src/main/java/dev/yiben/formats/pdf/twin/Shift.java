package dev.yiben.formats.pdf.twin;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * How far what is on a page moves to stand to its right, as the page is shown.
 *
 * @param x in points, on the page before it is turned
 * @param y in points
 */
record Shift(float x, float y) {

  static Shift of(PDPage page) {
    PDRectangle crop = page.getCropBox();
    return switch (Math.floorMod(page.getRotation(), 360)) {
      case 90 -> new Shift(0, crop.getHeight());
      case 180 -> new Shift(-crop.getWidth(), 0);
      case 270 -> new Shift(0, -crop.getHeight());
      default -> new Shift(crop.getWidth(), 0);
    };
  }

  /** Returns the box around a box and where it moves to. */
  COSArray union(PDRectangle box) {
    COSArray union = new COSArray();
    union.add(new COSFloat(Math.min(box.getLowerLeftX(), box.getLowerLeftX() + x)));
    union.add(new COSFloat(Math.min(box.getLowerLeftY(), box.getLowerLeftY() + y)));
    union.add(new COSFloat(Math.max(box.getUpperRightX(), box.getUpperRightX() + x)));
    union.add(new COSFloat(Math.max(box.getUpperRightY(), box.getUpperRightY() + y)));
    return union;
  }

  /** Moves an annotation. */
  void moveAnnotation(COSDictionary annotation) {
    for (String key :
        new String[] {"Rect", "QuadPoints", "Vertices", "L", "CL", "InkList", "Path"}) {
      COSName name = COSName.getPDFName(key);
      COSArray points = annotation.getCOSArray(name);
      if (points != null) {
        annotation.setItem(name, points(points));
      }
    }
  }

  private COSArray points(COSArray points) {
    COSArray moved = new COSArray();
    for (int i = 0; i < points.size(); i++) {
      COSBase value = points.getObject(i);
      if (value instanceof COSNumber number) {
        moved.add(new COSFloat(number.floatValue() + (i % 2 == 0 ? x : y)));
      } else {
        moved.add(value instanceof COSArray inner ? points(inner) : points.get(i));
      }
    }
    return moved;
  }

  /** Moves a place on the page that a link leads to (ISO 32000-2, table 149). */
  void move(COSArray destination) {
    String kind = destination.size() > 1 ? destination.getName(1) : null;
    if ("XYZ".equals(kind)) {
      add(destination, 2, x);
      add(destination, 3, y);
    } else if ("FitR".equals(kind)) {
      add(destination, 2, x);
      add(destination, 3, y);
      add(destination, 4, x);
      add(destination, 5, y);
    } else if ("FitH".equals(kind) || "FitBH".equals(kind)) {
      add(destination, 2, y);
    } else if ("FitV".equals(kind) || "FitBV".equals(kind)) {
      add(destination, 2, x);
    }
  }

  private static void add(COSArray destination, int index, float distance) {
    if (index < destination.size() && destination.getObject(index) instanceof COSNumber number) {
      destination.set(index, new COSFloat(number.floatValue() + distance));
    }
  }
}
