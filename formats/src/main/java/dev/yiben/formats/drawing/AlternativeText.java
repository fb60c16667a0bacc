package dev.yiben.formats.drawing;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.office.PartTexts;
import dev.yiben.formats.xml.XmlElement;
import dev.yiben.formats.xml.XmlText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is told to those who do not see a picture or a shape: {@code descr} and {@code title} of
 * {@code cNvPr} and {@code docPr} (ISO/IEC 29500-1, 20.1.2.2.8).
 */
public final class AlternativeText {
  private static final Set<String> ELEMENTS = Set.of("cNvPr", "docPr");

  private static final Set<String> PICTURES =
      Set.of("bmp", "emf", "gif", "jpeg", "jpg", "png", "svg", "tif", "tiff", "webp", "wmf");

  private AlternativeText() {}

  /** Returns whether an element, of whatever namespace, may have alternative text. */
  public static boolean isIn(XmlElement element) {
    return ELEMENTS.contains(element.local());
  }

  /**
   * Adds the alternative text of an element.
   *
   * @param outside the rule by which it is left as it is; empty to translate it
   */
  public static void add(
      XmlElement element, XmlText xml, PartTexts texts, String stream, Optional<String> outside) {
    add(
        element,
        new UnitFactory(xml, texts, stream, outside),
        Optional.empty(),
        UnitFactory.Originals.NONE);
  }

  /** Adds an attribute with text of another element, unless it is the name of a picture's file. */
  public static void add(
      XmlElement element, String attribute, XmlText xml, PartTexts texts, String stream) {
    add(
        element,
        attribute,
        new UnitFactory(xml, texts, stream, Optional.empty()),
        Optional.empty(),
        UnitFactory.Originals.NONE);
  }

  static void add(
      XmlElement element,
      UnitFactory units,
      Optional<String> outside,
      UnitFactory.Originals originals) {
    for (String name : List.of("title", "descr")) {
      add(element, name, units, outside, originals);
    }
  }

  private static void add(
      XmlElement element,
      String name,
      UnitFactory units,
      Optional<String> outside,
      UnitFactory.Originals originals) {
    Optional<String> rule =
        isFileName(element.value(name)) ? Optional.of("file-name") : Optional.empty();
    units.attribute(
        element,
        name,
        new TextPlace(Role.ATTRIBUTE, outside.or(() -> rule), Inherited.UNKNOWN),
        originals);
  }

  /** Returns whether a text is what programs fill in where nobody has written anything. */
  private static boolean isFileName(String text) {
    String name = text.strip();
    int dot = name.lastIndexOf('.');
    return dot > 0
        && PICTURES.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT))
        && (name.indexOf('/') >= 0
            || name.indexOf('\\') >= 0
            || name.chars().noneMatch(Character::isWhitespace));
  }
}
