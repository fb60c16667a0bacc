package dev.yiben.formats.format.docx;

import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import dev.yiben.formats.xml.XmlText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The fonts of a document's theme for East Asian text (ISO/IEC 29500-1, 20.1.4.1.16). */
final class ThemeFonts {
  private static final String MAJOR = "major";
  private static final String MINOR = "minor";

  /**
   * The fonts of one use.
   *
   * @param eastAsian the font of all East Asian text; empty if the script decides
   * @param byScript fonts by script, as ISO 15924 names it
   */
  private record Use(String eastAsian, Map<String, String> byScript) {}

  private final Map<String, Use> uses = new HashMap<>();

  /** The East Asian language that the fonts are chosen for; empty if none is told. */
  private final String language;

  private ThemeFonts(String language) {
    this.language = language;
  }

  /** Reads a theme, and what the settings say of its languages. */
  static ThemeFonts read(Optional<XmlText> theme, Optional<XmlText> settings) {
    ThemeFonts fonts =
        new ThemeFonts(
            settings
                .flatMap(xml -> xml.root().child(Namespaces.WORD, "themeFontLang"))
                .map(element -> element.value("eastAsia"))
                .orElse(""));
    theme.ifPresent(
        xml ->
            xml.root()
                .child(Namespaces.DRAWING, "themeElements")
                .flatMap(elements -> elements.child(Namespaces.DRAWING, "fontScheme"))
                .ifPresent(fonts::add));
    return fonts;
  }

  private void add(XmlElement scheme) {
    for (String use : new String[] {MAJOR, MINOR}) {
      scheme.child(Namespaces.DRAWING, use + "Font").ifPresent(found -> add(use, found));
    }
  }

  private void add(String use, XmlElement fonts) {
    Map<String, String> byScript = new HashMap<>();
    for (XmlElement font : fonts.children()) {
      if (font.is(Namespaces.DRAWING, "font")) {
        byScript.put(font.value("script"), font.value("typeface"));
      }
    }
    String eastAsian =
        fonts.child(Namespaces.DRAWING, "ea").map(font -> font.value("typeface")).orElse("");
    uses.put(use, new Use(eastAsian, byScript));
  }

  /**
   * Returns the font that Word takes for East Asian text.
   *
   * @param reference such as {@code minorEastAsia}
   */
  Optional<String> eastAsian(String reference) {
    return use(reference)
        .map(
            use ->
                use.eastAsian().isEmpty()
                    ? use.byScript().getOrDefault(WordLanguage.fontScript(language), "")
                    : use.eastAsian())
        .filter(font -> !font.isEmpty());
  }

  /**
   * Returns the theme's font for a script.
   *
   * @param reference such as {@code majorHAnsi}; what it is for does not matter
   * @param script as ISO 15924 names it
   */
  Optional<String> ofScript(String reference, String script) {
    return use(reference)
        .map(use -> use.byScript().getOrDefault(script, ""))
        .filter(font -> !font.isEmpty());
  }

  private Optional<Use> use(String reference) {
    return Optional.ofNullable(uses.get(reference.startsWith(MAJOR) ? MAJOR : MINOR));
  }
}
