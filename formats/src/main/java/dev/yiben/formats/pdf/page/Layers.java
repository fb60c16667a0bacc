package dev.yiben.formats.pdf.page;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;

/** Tells which layers of a document are hidden when it is opened, ISO 32000-1 clause 8.11. */
final class Layers {
  private static final COSName POLICY = COSName.getPDFName("P");
  private static final COSName EXPRESSION = COSName.getPDFName("VE");

  /** No expression that anybody writes is deeper. */
  private static final int DEEPEST = 16;

  private final Set<COSBase> hidden = Collections.newSetFromMap(new IdentityHashMap<>());

  Layers(PDDocumentCatalog catalog) {
    COSDictionary properties = catalog.getCOSObject().getCOSDictionary(COSName.OCPROPERTIES);
    COSDictionary usual = properties == null ? null : properties.getCOSDictionary(COSName.D);
    if (usual == null) {
      return;
    }
    if (COSName.OFF.equals(usual.getCOSName(COSName.BASE_STATE))) {
      add(properties.getCOSArray(COSName.OCGS), true);
    }
    add(usual.getCOSArray(COSName.ON), false);
    add(usual.getCOSArray(COSName.OFF), true);
  }

  private void add(COSArray groups, boolean hide) {
    if (groups == null) {
      return;
    }
    for (int i = 0; i < groups.size(); i++) {
      if (groups.getObject(i) instanceof COSDictionary group) {
        if (hide) {
          hidden.add(group);
        } else {
          hidden.remove(group);
        }
      }
    }
  }

  /** Returns whether what belongs to a group, or to groups by a rule, is hidden. */
  boolean hides(COSBase content) {
    if (hidden.isEmpty() || !(content instanceof COSDictionary dictionary)) {
      return false;
    }
    if (!COSName.OCMD.equals(dictionary.getCOSName(COSName.TYPE))) {
      return hidden.contains(dictionary);
    }
    COSArray expression = dictionary.getCOSArray(EXPRESSION);
    if (expression != null) {
      return !shows(expression, 0);
    }
    COSBase groups = dictionary.getDictionaryObject(COSName.OCGS);
    if (groups instanceof COSArray array) {
      return hides(array, dictionary.getNameAsString(POLICY, "AnyOn"));
    }
    boolean off = dictionary.getNameAsString(POLICY, "AnyOn").endsWith("Off");
    return groups instanceof COSDictionary group && hidden.contains(group) != off;
  }

  private boolean hides(COSArray groups, String policy) {
    int all = 0;
    int off = 0;
    for (int i = 0; i < groups.size(); i++) {
      if (groups.getObject(i) instanceof COSDictionary group) {
        all++;
        off += hidden.contains(group) ? 1 : 0;
      }
    }
    if (all == 0) {
      return false;
    }
    return switch (policy) {
      case "AllOn" -> off > 0;
      case "AnyOff" -> off == 0;
      case "AllOff" -> off < all;
      default -> off == all;
    };
  }

  private boolean shows(COSBase expression, int depth) {
    if (depth > DEEPEST || !(expression instanceof COSArray array)) {
      return !hidden.contains(expression);
    }
    String operator = array.getName(0, "");
    for (int i = 1; i < array.size(); i++) {
      boolean shown = shows(array.getObject(i), depth + 1);
      if (operator.equals("Not")) {
        return !shown;
      }
      if (shown == operator.equals("Or")) {
        return shown;
      }
    }
    return !operator.equals("Or");
  }
}
