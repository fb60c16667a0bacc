package dev.yiben.formats.format.pdf;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Collects what of a file cannot be translated, or not as usual. */
final class Peculiarities {
  private static final COSName COLLECTION = COSName.getPDFName("Collection");
  private static final COSName XFA = COSName.XFA;
  private static final COSName NEEDS_RENDERING = COSName.getPDFName("NeedsRendering");

  private final List<String> notices = new ArrayList<>();
  private final Map<PageKind, List<Integer>> pages = new EnumMap<>(PageKind.class);
  private Optional<String> keepRule = Optional.empty();

  /** Finds those of the file as a whole. */
  void of(PDDocument document) {
    COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
    COSDictionary form = catalog.getCOSDictionary(COSName.ACRO_FORM);
    if (form != null && form.containsKey(XFA)) {
      if (catalog.getBoolean(NEEDS_RENDERING, false)) {
        keepRule = Optional.of("xfa");
        notices.add(
            "is an XFA form, whose text is not on its pages; left as it is: print it into a new"
                + " PDF file to translate that");
      } else {
        notices.add("has an XFA form beside its pages, which stays as it is");
      }
    }
    if (document.isEncrypted()) {
      notices.add("is encrypted, but may be changed; its translation is encrypted alike");
    }
    if (catalog.containsKey(COLLECTION)) {
      notices.add("is a portfolio; take the files in it out to translate them");
    } else {
      int attachments = attachments(catalog);
      if (attachments > 0) {
        notices.add(
            attachments == 1
                ? "an attached file stays as it is"
                : attachments + " attached files stay as they are");
      }
    }
  }

  private static int attachments(COSDictionary catalog) {
    COSDictionary names = catalog.getCOSDictionary(COSName.NAMES);
    COSDictionary files = names == null ? null : names.getCOSDictionary(COSName.EMBEDDED_FILES);
    return files == null ? 0 : count(files, 0);
  }

  private static int count(COSDictionary node, int depth) {
    COSArray own = node.getCOSArray(COSName.NAMES);
    int files = own == null ? 0 : own.size() / 2;
    COSArray kids = node.getCOSArray(COSName.KIDS);
    for (int i = 0; kids != null && i < kids.size() && depth < 8; i++) {
      COSBase kid = kids.getObject(i);
      files += kid instanceof COSDictionary child ? count(child, depth + 1) : 0;
    }
    return files;
  }

  /** Returns why all pages of the file stay as they are. */
  Optional<String> keepRule() {
    return keepRule;
  }

  /** Notes the kind of a page. */
  void of(PageParts.Page page) {
    if (keepRule.isEmpty()) {
      pages
          .computeIfAbsent(page.kind(), key -> new ArrayList<>())
          .add(page.layout().content().index() + 1);
    }
  }

  /** Notes a page that could not be read. */
  void unread(int index, Throwable fault) {
    notices.add(
        "page " + (index + 1) + " cannot be read (" + PdfFile.reason(fault) + "); left as it is");
  }

  /** Returns whether a document has been signed. */
  static boolean isSigned(PDDocument document) {
    try {
      return !document.getSignatureDictionaries().isEmpty();
    } catch (RuntimeException e) {
      // A signature that cannot be read is none.
      return false;
    }
  }

  List<String> notices() {
    List<String> all = new ArrayList<>(notices);
    pages.forEach(
        (kind, numbers) -> {
          switch (kind) {
            case TEXT -> {}
            case SCANNED ->
                all.add(
                    PageNumbers.told(numbers)
                        + ": scanned, without text that can be replaced; left as it is");
            case SCANNED_WITH_TEXT ->
                all.add(
                    PageNumbers.told(numbers)
                        + ": scanned; just the text that was put on it is translated");
            case UNREADABLE ->
                all.add(
                    PageNumbers.told(numbers)
                        + ": the fonts do not tell which characters their glyphs are; left as it"
                        + " is");
          }
        });
    return all;
  }
}
