package dev.yiben.formats.format.docx;

import dev.yiben.formats.xml.XmlElement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Makes the properties of runs of a paragraph those of a text in another language. */
final class RunLanguage {
  private static final String FONTS = "rFonts";
  private static final String EAST_ASIA = "eastAsia";

  /** What complex scripts have properties of their own for. */
  private static final Map<String, String> COMPLEX = Map.of("b", "bCs", "i", "iCs");

  private final Look look;
  private final XmlElement paragraph;
  private final WordLanguage language;
  private final boolean isInScript;
  private final Map<String, String> known = new HashMap<>();

  /**
   * Creates a language for the runs of a paragraph.
   *
   * @param text of the translated paragraph
   */
  RunLanguage(Look look, XmlElement paragraph, WordLanguage language, String text) {
    this.look = look;
    this.paragraph = paragraph;
    this.language = language;
    this.isInScript = language.isIn(text);
  }

  /**
   * Returns the properties of a translated run.
   *
   * @param properties those of the source, as markup ({@code w:rPr}); empty if it has none
   */
  String apply(String properties) {
    return known.computeIfAbsent(properties, this::translated);
  }

  private String translated(String properties) {
    PropertyList list = new PropertyList(paragraph.prefix(), "rPr", PropertyList.RUN, properties);
    Optional<XmlElement> own = list.element();
    Properties all = look.styles().run(own, paragraph);
    if (isInScript) {
      setFont(list, Properties.of(own), all);
      setScript(list, own, all);
    }
    String attribute = language.attribute();
    if (!all.value("lang@" + attribute).equals(Optional.of(language.tag()))) {
      list.set("lang", Map.of(attribute, language.tag()));
    }
    return list.markup();
  }

  private void setFont(PropertyList list, Properties own, Properties all) {
    if (!language.isEastAsian()) {
      if (own.value(FONTS + "@hint").equals(Optional.of(EAST_ASIA))) {
        // Else the quotation marks of a Latin text are as wide as Chinese ones.
        list.set(FONTS, Map.of("hint", ""));
      }
      return;
    }
    Map<String, String> fonts = new HashMap<>(Map.of("hint", EAST_ASIA));
    String told = all.value(FONTS + "@" + EAST_ASIA).orElse("");
    String font =
        told.startsWith("+") ? look.fonts().eastAsian(told.substring(1)).orElse("") : told;
    if (!EastAsianFonts.suits(font, language.script())) {
      String theme = told.startsWith("+") ? told : all.value(FONTS + "@ascii").orElse("");
      fonts.put(
          EAST_ASIA,
          look.fonts()
              .ofScript(theme.replace("+", ""), language.script())
              .orElse(EastAsianFonts.fallback(language.script())));
      fonts.put("eastAsiaTheme", "");
    }
    list.set(FONTS, fonts);
  }

  /** Sets what text of complex scripts has its own properties for: direction, weight and size. */
  private void setScript(PropertyList list, Optional<XmlElement> own, Properties all) {
    boolean wasComplex = all.isOn("rtl") || all.isOn("cs");
    if (all.isOn("rtl") != language.isRightToLeft()) {
      list.set("rtl", language.isRightToLeft());
    }
    boolean leftToRightComplex = language.isComplex() && !language.isRightToLeft();
    if (all.isOn("cs") != leftToRightComplex) {
      list.set("cs", leftToRightComplex);
    }
    if (wasComplex == language.isComplex()) {
      return;
    }
    COMPLEX.forEach(
        (simple, complex) -> {
          String from = wasComplex ? complex : simple;
          String to = wasComplex ? simple : complex;
          boolean on = look.styles().isOn(from, own, paragraph);
          if (on != look.styles().isOn(to, own, paragraph)) {
            list.set(to, on);
          }
        });
    Optional<String> size = all.value(wasComplex ? "szCs" : "sz");
    String sizeElement = wasComplex ? "sz" : "szCs";
    if (size.isPresent() && !size.equals(all.value(sizeElement))) {
      list.set(sizeElement, Map.of("val", size.get()));
    }
  }
}
