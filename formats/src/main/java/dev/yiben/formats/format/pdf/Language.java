package dev.yiben.formats.format.pdf;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.format.Coverage;
import dev.yiben.formats.pdf.beside.StructureTree;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The language that a file declares (ISO 32000-2, 14.9.2). */
final class Language {
  /** So many letters tell whether a text is of a language. */
  private static final int ENOUGH = 5_000;

  private Language() {}

  /**
   * Returns what a file declares, if most of its letters are such as the language is written in.
   */
  static Optional<String> of(COSDictionary catalog, List<Unit> units) {
    ULocale locale = ULocale.forLanguageTag(declared(catalog));
    if (locale.getLanguage().isEmpty()) {
      return Optional.empty();
    }
    int[] scripts = UScript.getCode(locale);
    int letters = 0;
    int fitting = 0;
    for (Unit unit : units) {
      for (int c : unit.segment().source().plainText().codePoints().toArray()) {
        if (Character.isLetter(c)) {
          int script = UScript.getScript(c);
          letters++;
          fitting +=
              scripts == null || Arrays.stream(scripts).anyMatch(one -> one == script) ? 1 : 0;
        }
      }
      if (letters > ENOUGH) {
        break;
      }
    }
    return 2 * fitting >= letters ? Optional.of(locale.toLanguageTag()) : Optional.empty();
  }

  /** Declares the language of the translation, if at least half of the text is translated. */
  static void declare(
      PDDocument document, PdfContent content, Map<Unit, CodedText> translated, String language) {
    long all = content.units().stream().mapToLong(Language::characters).sum();
    long changed = translated.keySet().stream().mapToLong(Language::characters).sum();
    if (2 * changed < all) {
      return;
    }
    COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
    String source = ULocale.forLanguageTag(declared(catalog)).getLanguage();
    catalog.setString(COSName.LANG, language);
    for (COSDictionary element : StructureTree.elements(catalog)) {
      String own = ULocale.forLanguageTag(declared(element)).getLanguage();
      if (!own.isEmpty() && own.equals(source)) {
        element.setString(COSName.LANG, language);
      }
    }
  }

  private static long characters(Unit unit) {
    return Coverage.characters(unit.segment().source().plainText());
  }

  private static String declared(COSDictionary dictionary) {
    return dictionary.getDictionaryObject(COSName.LANG) instanceof COSString string
        ? string.getString().strip()
        : "";
  }
}
