package dev.yiben.formats.drawing;

import dev.yiben.formats.xml.XmlElement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Turns paragraphs to the direction of another language ({@code a:pPr}; ISO/IEC 29500-1,
 * 21.1.2.2.7), in which left and right are not turned along.
 */
final class Direction {
  private Direction() {}

  /**
   * Returns a paragraph's properties for another direction.
   *
   * @param properties as written; empty if there are none
   * @param prefix that the document has for DrawingML, with its colon
   */
  static String turned(
      Optional<XmlElement> properties,
      String markup,
      String prefix,
      Inherited inherited,
      boolean rightToLeft) {
    String own = properties.map(element -> element.value("rtl")).orElse("");
    boolean now = own.isEmpty() ? inherited.rightToLeft() : ListStyles.isTrue(own);
    if (now == rightToLeft) {
      return markup;
    }
    Map<String, String> changes = new LinkedHashMap<>();
    properties
        .map(element -> element.value("algn"))
        .filter(alignment -> !alignment.isEmpty())
        .or(inherited::alignment)
        .flatMap(Direction::mirrored)
        .ifPresent(alignment -> changes.put("algn", alignment));
    changes.put("rtl", rightToLeft ? "1" : "0");
    return StartTags.with(markup.isEmpty() ? "<" + prefix + "pPr/>" : markup, changes);
  }

  private static Optional<String> mirrored(String alignment) {
    return switch (alignment) {
      case "l" -> Optional.of("r");
      case "r" -> Optional.of("l");
      default -> Optional.empty();
    };
  }
}
