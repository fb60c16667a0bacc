package dev.yiben.formats.format.pptx;

import dev.yiben.formats.drawing.ListStyles;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import java.util.Optional;

/**
 * Which place of its layout a shape fills ({@code p:ph}; ISO/IEC 29500-1, 19.3.1.36).
 *
 * @param type such as {@code title}
 * @param index number of the place in the layout
 * @param isCustom whether the layout's author wrote what it asks for
 */
record Placeholder(String type, String index, boolean isCustom) {

  /** Returns the place that a shape fills; nothing for one that stands for itself. */
  static Optional<Placeholder> of(XmlElement shape) {
    return shape.children().stream()
        .filter(child -> child.local().startsWith("nv"))
        .flatMap(properties -> properties.child(Namespaces.SLIDE, "nvPr").stream())
        .flatMap(properties -> properties.child(Namespaces.SLIDE, "ph").stream())
        .map(
            place ->
                new Placeholder(
                    or(place.value("type"), "obj"),
                    or(place.value("idx"), "0"),
                    ListStyles.isTrue(place.value("hasCustomPrompt"))))
        .findFirst();
  }

  private static String or(String value, String otherwise) {
    return value.isEmpty() ? otherwise : value;
  }

  boolean isTitle() {
    return type.equals("title") || type.equals("ctrTitle");
  }

  /** Returns whether it is a line that stands on all slides. */
  boolean isFurniture() {
    return switch (type) {
      case "dt", "ftr", "hdr", "sldNum" -> true;
      default -> false;
    };
  }

  /** Returns the type of the master's place that one of a layout is made after. */
  String masterType() {
    if (isTitle()) {
      return "title";
    }
    return isFurniture() ? type : "body";
  }
}
