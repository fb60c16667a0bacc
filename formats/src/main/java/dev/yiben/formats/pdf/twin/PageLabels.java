package dev.yiben.formats.pdf.twin;

import java.io.IOException;
import java.util.NavigableSet;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;

/** Numbers pages as they were, once there are two of each (ISO 32000-2, 12.4.2). */
final class PageLabels {
  private PageLabels() {}

  /**
   * Gives each page and its copy the number that the page had.
   *
   * @param pages how many there were
   */
  static void giveTwice(PDDocument document, int pages) {
    COSArray numbers = new COSArray();
    PDPageLabels labels = labels(document);
    NavigableSet<Integer> starts = labels.getPageIndices();
    for (int i = 0; i < pages; i++) {
      Integer start = starts.floor(i);
      COSDictionary label = new COSDictionary();
      if (start == null) {
        label.setName(COSName.S, "D");
        label.setInt(COSName.ST, i + 1);
      } else {
        PDPageLabelRange range = labels.getPageLabelRange(start);
        if (range.getStyle() != null) {
          label.setName(COSName.S, range.getStyle());
        }
        if (range.getPrefix() != null) {
          label.setString(COSName.P, range.getPrefix());
        }
        label.setInt(COSName.ST, range.getStart() + i - start);
      }
      for (int copy = 0; copy < 2; copy++) {
        numbers.add(COSInteger.get(2L * i + copy));
        numbers.add(copy == 0 ? label : new COSDictionary(label));
      }
    }
    COSDictionary tree = new COSDictionary();
    tree.setItem(COSName.NUMS, numbers);
    document.getDocumentCatalog().getCOSObject().setItem(COSName.PAGE_LABELS, tree);
  }

  private static PDPageLabels labels(PDDocument document) {
    try {
      PDPageLabels labels = document.getDocumentCatalog().getPageLabels();
      return labels == null ? new PDPageLabels(document) : labels;
    } catch (IOException | RuntimeException e) {
      // Labels that cannot be read are shown by nobody.
      return new PDPageLabels(document);
    }
  }
}
