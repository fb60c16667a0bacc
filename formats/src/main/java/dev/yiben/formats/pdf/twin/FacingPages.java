package dev.yiben.formats.pdf.twin;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Puts copies of pages beside their sources in the tree of pages (ISO 32000-2, 7.7.3.2). */
final class FacingPages {
  private static final int DEEPEST = 64;

  private final IdentityHashMap<COSDictionary, COSDictionary> copies = new IdentityHashMap<>();
  private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final boolean copiesFirst;

  private FacingPages(List<PDPage> sources, List<PDPage> copies, boolean copiesFirst) {
    for (int i = 0; i < sources.size(); i++) {
      this.copies.put(sources.get(i).getCOSObject(), copies.get(i).getCOSObject());
    }
    this.copiesFirst = copiesFirst;
  }

  static void arrange(
      PDDocument document, List<PDPage> sources, List<PDPage> copies, boolean copiesFirst) {
    COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
    PageLabels.giveTwice(document, sources.size());
    COSDictionary root = catalog.getCOSDictionary(COSName.PAGES);
    if (root != null) {
      new FacingPages(sources, copies, copiesFirst).arrange(root, 0);
    }
    catalog.setName(COSName.PAGE_LAYOUT, "TwoPageLeft");
  }

  /** Puts copies into a part of the tree, and returns how many pages it has then. */
  private int arrange(COSDictionary node, int depth) {
    COSArray kids = node.getCOSArray(COSName.KIDS);
    if (kids == null || !seen.add(node) || depth > DEEPEST) {
      return 0;
    }
    COSArray both = new COSArray();
    int pages = 0;
    for (int i = 0; i < kids.size(); i++) {
      if (!(kids.getObject(i) instanceof COSDictionary kid)) {
        continue;
      }
      COSDictionary copy = copies.get(kid);
      if (copy == null) {
        both.add(kids.get(i));
        pages += arrange(kid, depth + 1);
      } else {
        copy.setItem(COSName.PARENT, node);
        both.add(copiesFirst ? copy : kids.get(i));
        both.add(copiesFirst ? kids.get(i) : copy);
        pages += 2;
      }
    }
    node.setItem(COSName.KIDS, both);
    node.setInt(COSName.COUNT, pages);
    return pages;
  }
}
