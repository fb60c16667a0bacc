package dev.yiben.formats.pdf.beside;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.format.Tally;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Reads the texts of a file that stand beside its pages. */
public final class BesideTexts {
  private static final COSName FORMULA = COSName.getPDFName("Formula");

  private BesideTexts() {}

  /**
   * Reads the texts of a file: its title, its outline, the tooltips of fields, and alternative
   * texts.
   *
   * @param tally counts what is read, and what of it is in no segment
   */
  public static List<BesideText> read(PDDocument document, Tally tally) {
    TextCollector texts = new TextCollector(tally);
    COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
    Titles.read(document, texts);
    for (COSDictionary item : Outline.items(catalog)) {
      texts.entry("outline", item, COSName.TITLE, Role.TOC_ENTRY, text -> Optional.empty());
    }
    FormFields.read(catalog, texts);
    for (COSDictionary element : StructureTree.elements(catalog)) {
      boolean formula = FORMULA.equals(element.getCOSName(COSName.S));
      texts.entry(
          "alt",
          element,
          COSName.ALT,
          Role.ATTRIBUTE,
          text -> formula ? Optional.of("math") : TextCollector.fileName(text));
    }
    Annotations.read(document, texts);
    return texts.texts();
  }
}
