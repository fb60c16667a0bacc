package dev.yiben.formats.drawing;

import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How paragraphs look by their levels ({@code a:lstStyle} and the like; ISO/IEC 29500-1, 21.1.2.4),
 * where one style continues another.
 */
public final class ListStyles {
  private static final int LEVELS = 9;

  private ListStyles() {}

  /** Returns the level of a paragraph, from 1. */
  public static int level(XmlElement paragraph) {
    String level = properties(paragraph).map(found -> found.value("lvl")).orElse("");
    return level.length() == 1 && level.charAt(0) >= '1' && level.charAt(0) < '0' + LEVELS
        ? level.charAt(0) - '0' + 1
        : 1;
  }

  /** Returns a paragraph's own properties. */
  public static Optional<XmlElement> properties(XmlElement paragraph) {
    return paragraph.child(Namespaces.DRAWING, "pPr");
  }

  /**
   * Returns the properties of paragraphs of a level in styles, from the nearest to the farthest.
   */
  public static Stream<XmlElement> of(int level, List<XmlElement> styles) {
    return styles.stream()
        .flatMap(
            style ->
                Stream.concat(
                    style.child(Namespaces.DRAWING, "lvl" + level + "pPr").stream(),
                    style.child(Namespaces.DRAWING, "defPPr").stream()));
  }

  /** Returns the nearest value of an attribute of paragraphs of a level. */
  public static Optional<String> value(String name, int level, List<XmlElement> styles) {
    return of(level, styles)
        .map(properties -> properties.value(name))
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  /** Returns whether an attribute's value says yes (ISO/IEC 29500-1, 22.9.2.7). */
  public static boolean isTrue(String value) {
    return value.equals("1") || value.equals("true") || value.equals("on");
  }
}
