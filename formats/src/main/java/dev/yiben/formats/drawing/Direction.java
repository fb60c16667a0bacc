package dev.yiben.formats.drawing;

import dev.yiben.formats.markup.Token.StartTag;
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

  /** Returns the start tag of a table's properties for another direction (21.1.3.15). */
  static String turned(StartTag tag, String part, boolean rightToLeft) {
    String markup = part.substring(tag.start(), tag.end());
    boolean now =
        tag.attribute("rtl").filter(rtl -> ListStyles.isTrue(rtl.value(part))).isPresent();
    return now == rightToLeft
        ? markup
        : StartTags.with(markup, Map.of("rtl", rightToLeft ? "1" : "0"));
  }

  private static Optional<String> mirrored(String alignment) {
    return switch (alignment) {
      case "l" -> Optional.of("r");
      case "r" -> Optional.of("l");
      default -> Optional.empty();
    };
  }
}
