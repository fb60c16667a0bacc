package dev.yiben.formats.pdf.edit;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;

/**
 * Takes out of the structure tree what it says of text that has been replaced, ISO 32000-1 clause
 * 14.7.4.4.
 */
final class StaleStructure {
  /** No structure that anybody makes is deeper. */
  private static final int DEEPEST = 100;

  private final Map<Integer, COSArray> parents = new HashMap<>();
  private final Set<COSBase> visited = Collections.newSetFromMap(new IdentityHashMap<>());

  StaleStructure(PDDocumentCatalog catalog) {
    COSDictionary root = catalog.getCOSObject().getCOSDictionary(COSName.STRUCT_TREE_ROOT);
    if (root != null) {
      read(root.getCOSDictionary(COSName.PARENT_TREE), 0);
    }
  }

  private void read(COSDictionary node, int depth) {
    if (node == null || depth > DEEPEST || !visited.add(node)) {
      return;
    }
    COSArray numbers = node.getCOSArray(COSName.NUMS);
    for (int i = 0; numbers != null && i + 1 < numbers.size(); i += 2) {
      if (numbers.getObject(i) instanceof COSNumber key
          && numbers.getObject(i + 1) instanceof COSArray elements) {
        parents.put(key.intValue(), elements);
      }
    }
    COSArray kids = node.getCOSArray(COSName.KIDS);
    for (int i = 0; kids != null && i < kids.size(); i++) {
      if (kids.getObject(i) instanceof COSDictionary kid) {
        read(kid, depth + 1);
      }
    }
  }

  /**
   * Takes out what stands for marked content.
   *
   * @param owner the page or the form
   * @param marks identifiers of the content in it whose text is no longer the same
   */
  void remove(COSDictionary owner, Set<Integer> marks) {
    COSArray elements = parents.get(owner.getInt(COSName.STRUCT_PARENTS, -1));
    if (elements == null) {
      return;
    }
    for (int mark : marks) {
      if (mark >= 0
          && mark < elements.size()
          && elements.getObject(mark) instanceof COSDictionary element) {
        remove(element, List.of(COSName.ACTUAL_TEXT, COSName.E, COSName.LANG));
        COSDictionary above = element.getCOSDictionary(COSName.P);
        for (int depth = 0; above != null && depth < DEEPEST; depth++) {
          remove(above, List.of(COSName.ACTUAL_TEXT, COSName.E));
          above = above.getCOSDictionary(COSName.P);
        }
      }
    }
  }

  private static void remove(COSDictionary element, List<COSName> keys) {
    for (COSName key : keys) {
      if (element.containsKey(key)) {
        element.removeItem(key);
        element.setNeedToBeUpdated(true);
      }
    }
  }
}
