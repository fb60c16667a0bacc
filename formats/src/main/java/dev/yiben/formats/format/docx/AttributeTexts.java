package dev.yiben.formats.format.docx;

import dev.yiben.formats.drawing.AlternativeText;
import dev.yiben.formats.office.PartTexts;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import dev.yiben.formats.xml.XmlText;
import java.util.List;
import java.util.Optional;

/** Texts in attributes: what pictures, tables and links are described by, choices, watermarks. */
final class AttributeTexts {
  private static final String VML = "urn:schemas-microsoft-com:vml";

  private AttributeTexts() {}

  /** Adds the texts that an element has in attributes. */
  static void add(XmlElement element, XmlText xml, PartTexts texts, String stream) {
    if (AlternativeText.isIn(element)) {
      AlternativeText.add(element, xml, texts, stream, Optional.empty());
    }
    names(element).forEach(name -> AlternativeText.add(element, name, xml, texts, stream));
  }

  private static List<String> names(XmlElement element) {
    String namespace = element.name().namespace();
    String name = element.local();
    if (namespace.equals(VML)) {
      return name.equals("textpath") ? List.of("string") : List.of("alt");
    }
    if (namespace.equals(Namespaces.DRAWING)) {
      return name.equals("hlinkClick") || name.equals("hlinkHover")
          ? List.of("tooltip")
          : List.of();
    }
    return namespace.equals(Namespaces.WORD) ? namesOfWord(name) : List.of();
  }

  private static List<String> namesOfWord(String name) {
    return switch (name) {
      case "tblCaption", "tblDescription", "listEntry", "helpText", "statusText" -> List.of("val");
      case "listItem" -> List.of("displayText");
      case "hyperlink" -> List.of("tooltip");
      default -> List.of();
    };
  }
}
