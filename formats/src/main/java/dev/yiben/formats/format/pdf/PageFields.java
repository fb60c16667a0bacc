package dev.yiben.formats.format.pdf;

import dev.yiben.formats.pdf.page.Box;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Says where the fields of a form are on a page (ISO 32000-2, 12.5.6.19). */
final class PageFields {
  /** More than any page has. */
  private static final int MOST_FIELDS = 5_000;

  private static final COSName WIDGET = COSName.getPDFName("Widget");

  private PageFields() {}

  /** Returns the boxes of the fields of a page. */
  static List<Box> of(PDPage page) {
    List<Box> boxes = new ArrayList<>();
    COSArray annotations = page.getCOSObject().getCOSArray(COSName.ANNOTS);
    for (int i = 0;
        annotations != null && i < annotations.size() && boxes.size() < MOST_FIELDS;
        i++) {
      if (annotations.getObject(i) instanceof COSDictionary annotation
          && WIDGET.equals(annotation.getCOSName(COSName.SUBTYPE))
          && annotation.getCOSArray(COSName.RECT) != null
          && annotation.getCOSArray(COSName.RECT).size() >= 4) {
        PDRectangle rectangle = new PDRectangle(annotation.getCOSArray(COSName.RECT));
        boxes.add(
            new Box(
                rectangle.getLowerLeftX(),
                rectangle.getLowerLeftY(),
                rectangle.getUpperRightX(),
                rectangle.getUpperRightY()));
      }
    }
    return boxes;
  }
}
