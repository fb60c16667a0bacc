package dev.yiben.formats.drawing;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.xml.XmlElement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is told to those who do not see a picture or a shape: {@code descr} and {@code title} of
 * {@code cNvPr} and {@code docPr} (ISO/IEC 29500-1, 20.1.2.2.8).
 */
public final class AlternativeText {
  private static final Set<String> ELEMENTS = Set.of("cNvPr", "docPr");

  private static final Set<String> PICTURES =
      Set.of(
          "avif", "bmp", "emf", "eps", "gif", "heic", "jpeg", "jpg", "pdf", "png", "svg", "tif",
          "tiff", "webp", "wmf");

  private static final Pattern ADDRESS = Pattern.compile("(?:https?|file|cid):\\S+");

  private AlternativeText() {}

  /** Returns whether an element, of whatever namespace, may have alternative text. */
  public static boolean isIn(XmlElement element) {
    return ELEMENTS.contains(element.local());
  }

  /**
   * Adds an attribute with text, unless it is the name of a picture's file.
   *
   * @param originals finds the segment that it repeats
   */
  public static void add(
      XmlElement element, String attribute, UnitFactory units, UnitFactory.Originals originals) {
    add(element, attribute, units, Optional.empty(), originals);
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
    boolean isAddress = ADDRESS.matcher(name).matches();
    return isAddress
        || (dot > 0 && PICTURES.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT)));
  }
}
