package dev.yiben.formats.pdf.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** What a file has beside the drawings of its pages, and what must be the same in a translation. */
final class Surroundings {
  /** Texts for people, which are translated too. */
  private static final Set<String> TEXTS =
      Set.of(
          "Alt", "TU", "Title", "ActualText", "E", "Lang", "Contents", "T", "M", "StructParents");

  private static final Set<String> CATALOG =
      Set.of(
          "AcroForm",
          "Dests",
          "Names",
          "OCProperties",
          "OpenAction",
          "Outlines",
          "PageLabels",
          "PageLayout",
          "PageMode",
          "StructTreeRoot",
          "ViewerPreferences");

  private final Map<String, String> prints = new TreeMap<>();

  private Surroundings() {}

  static Surroundings of(PDDocument document) {
    Map<COSBase, Integer> pages = new HashMap<>();
    for (int i = 0; i < document.getNumberOfPages(); i++) {
      pages.put(document.getPage(i).getCOSObject(), i);
    }
    Surroundings surroundings = new Surroundings();
    COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
    for (String key : CATALOG) {
      COSBase value = catalog.getDictionaryObject(COSName.getPDFName(key));
      if (value != null) {
        surroundings.prints.put(key, CosPrint.of(value, pages, without(key)));
      }
    }
    for (int i = 0; i < document.getNumberOfPages(); i++) {
      surroundings.page("page " + (i + 1) + ": ", document.getPage(i), pages);
    }
    surroundings.prints.put("number of pages", Integer.toString(document.getNumberOfPages()));
    return surroundings;
  }

  /** Names of fields and layers are no texts. */
  private static Set<String> without(String key) {
    return switch (key) {
      case "AcroForm" -> Set.of("TU", "Alt", "Lang", "DR", "SigFlags");
      case "OCProperties", "Names", "Dests", "PageLabels" -> Set.of();
      default -> TEXTS;
    };
  }

  private void page(String place, PDPage page, Map<COSBase, Integer> pages) {
    prints.put(
        place + "boxes", page.getMediaBox() + " " + page.getCropBox() + " " + page.getRotation());
    COSArray annotations = page.getCOSObject().getCOSArray(COSName.ANNOTS);
    if (annotations == null) {
      return;
    }
    for (int i = 0; i < annotations.size(); i++) {
      if (annotations.getObject(i) instanceof COSDictionary annotation) {
        boolean link = COSName.LINK.equals(annotation.getCOSName(COSName.SUBTYPE));
        Set<String> without =
            link
                ? Set.of("Rect", "QuadPoints", "Contents", "Alt", "M", "StructParent", "AP")
                : Set.of("Alt", "TU", "Lang", "DR");
        prints.put(
            place + "annotation " + (i + 1) + " of " + annotations.size(),
            CosPrint.of(annotation, pages, without));
      }
    }
  }

  /** Returns what differs in another file, one line each. */
  List<String> differences(Surroundings other) {
    List<String> differences = new ArrayList<>();
    prints.forEach(
        (name, print) -> {
          String there = other.prints.get(name);
          if (there == null) {
            differences.add(name + ": lost");
          } else if (!there.equals(print)) {
            differences.add(name + ": changed");
          }
        });
    other.prints.keySet().stream()
        .filter(name -> !prints.containsKey(name))
        .forEach(name -> differences.add(name + ": new"));
    return differences;
  }
}
