package dev.yiben.formats.format.docx;

import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Knows characters that are pictures rather than text. */
final class Symbols {
  private static final Set<String> FONTS =
      Set.of(
          "symbol",
          "wingdings",
          "wingdings 2",
          "wingdings 3",
          "webdings",
          "zapfdingbats",
          "itc zapf dingbats",
          "marlett",
          "mt extra",
          "bookshelf symbol 7",
          "opensymbol");

  private Symbols() {}

  /** Returns whether properties of a run say a font that has pictures in the place of letters. */
  static boolean isIn(Optional<XmlElement> properties) {
    return properties
        .flatMap(found -> found.child(Namespaces.WORD, "rFonts"))
        .map(fonts -> fonts.value("ascii").toLowerCase(Locale.ROOT))
        .filter(FONTS::contains)
        .isPresent();
  }

  /**
   * Returns whether a character is a picture.
   *
   * @param symbolFont whether its run is in a font of pictures
   */
  static boolean isSymbol(char character, boolean symbolFont) {
    return (character >= '\uE000' && character <= '\uF8FF')
        || (symbolFont && character > ' ' && character <= '\u00FF' && character != '\u00A0');
  }

  /** Returns the character of a {@code w:sym} (ISO/IEC 29500-1, 17.3.3.30). */
  static String character(XmlElement symbol) {
    String code = symbol.value("char");
    return code.matches("[0-9A-Fa-f]{1,4}")
        ? String.valueOf((char) Integer.parseInt(code, 16)).replaceAll("[\\s\\p{Cs}\\p{Cc}]", "")
        : "";
  }
}
