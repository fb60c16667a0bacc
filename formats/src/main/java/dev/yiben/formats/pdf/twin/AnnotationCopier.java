package dev.yiben.formats.pdf.twin;

import dev.yiben.formats.pdf.beside.Destinations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Copies the annotations of pages, so that links and fields work in copies too. */
final class AnnotationCopier {
  /** Those that are notes on the words of the source. */
  private static final Set<String> NOTES =
      Set.of(
          "Text",
          "Popup",
          "Highlight",
          "Underline",
          "Squiggly",
          "StrikeOut",
          "Caret",
          "Redact",
          "TrapNet",
          "PrinterMark");

  private static final List<COSName> OWN =
      List.of(
          COSName.getPDFName("StructParent"),
          COSName.getPDFName("NM"),
          COSName.getPDFName("IRT"),
          COSName.getPDFName("Popup"));

  private final Destinations destinations;
  private final List<PDPage> copies;
  private final FieldCopier fields;
  private final List<CopiedLink> links = new ArrayList<>();

  AnnotationCopier(PDDocument document, Destinations destinations, List<PDPage> copies) {
    this.destinations = destinations;
    this.copies = copies;
    this.fields = new FieldCopier(document.getDocumentCatalog().getCOSObject());
  }

  /** Returns the links that lead to copies. */
  List<CopiedLink> links() {
    return links;
  }

  /** Copies the annotations of a page. */
  void copy(COSDictionary source, COSDictionary copy) {
    COSArray annotations = source.getCOSArray(COSName.ANNOTS);
    COSArray copied = new COSArray();
    for (int i = 0; annotations != null && i < annotations.size(); i++) {
      if (annotations.getObject(i) instanceof COSDictionary annotation) {
        copy(annotation)
            .ifPresent(
                own -> {
                  own.setItem(COSName.P, copy);
                  copied.add(own);
                });
      }
    }
    if (copied.size() > 0) {
      copy.setItem(COSName.ANNOTS, copied);
    }
  }

  private Optional<COSDictionary> copy(COSDictionary annotation) {
    String kind = String.valueOf(annotation.getNameAsString(COSName.SUBTYPE));
    if (NOTES.contains(kind)) {
      return Optional.empty();
    }
    COSDictionary copy = new COSDictionary(annotation);
    OWN.forEach(copy::removeItem);
    COSDictionary looks = annotation.getCOSDictionary(COSName.AP);
    if (looks != null) {
      copy.setItem(COSName.AP, new COSDictionary(looks));
    }
    if (kind.equals("Widget") && !fields.add(annotation, copy)) {
      return Optional.empty();
    }
    if (kind.equals("Link")) {
      leadToCopy(copy);
    }
    return Optional.of(copy);
  }

  private void leadToCopy(COSDictionary link) {
    Optional<COSArray> destination = destinations.of(link);
    OptionalInt page = destination.map(destinations::page).orElse(OptionalInt.empty());
    if (page.isEmpty()) {
      return;
    }
    COSArray own = new COSArray(destination.get().toList());
    own.set(0, copies.get(page.getAsInt()).getCOSObject());
    links.add(new CopiedLink(own, page.getAsInt()));
    if (link.containsKey(COSName.DEST)) {
      link.setItem(COSName.DEST, own);
    } else {
      COSDictionary action = new COSDictionary(link.getCOSDictionary(COSName.A));
      action.removeItem(COSName.getPDFName("SD"));
      action.setItem(COSName.D, own);
      link.setItem(COSName.A, action);
    }
  }
}
