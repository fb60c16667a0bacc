package dev.yiben.formats.format.docx;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.drawing.AlternativeText;
import dev.yiben.formats.drawing.UnitFactory;
import dev.yiben.formats.office.PartTexts;
import dev.yiben.formats.office.TextUnit;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import dev.yiben.formats.xml.XmlText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Texts in attributes: what pictures, tables and links are described by, choices, watermarks. */
final class AttributeTexts {
  private static final String VML = "urn:schemas-microsoft-com:vml";

  private final XmlText xml;
  private final PartTexts texts;

  /** What the drawing that is read is described by: its picture repeats it, and so do fallbacks. */
  private final Map<CodedText, SegmentId> drawing = new HashMap<>();

  AttributeTexts(XmlText xml, PartTexts texts) {
    this.xml = xml;
    this.texts = texts;
  }

  /** Adds the texts that an element has in attributes. */
  void add(XmlElement element, String stream) {
    if (element.local().equals("docPr")) {
      drawing.clear();
    }
    List<String> names = names(element);
    if (names.isEmpty()) {
      return;
    }
    UnitFactory units = new UnitFactory(xml, texts, stream, Optional.empty());
    for (String name : names) {
      int before = texts.units().size();
      AlternativeText.add(element, name, units, text -> Optional.ofNullable(drawing.get(text)));
      texts.units().stream()
          .skip(before)
          .filter(unit -> unit.mirrored().isEmpty())
          .map(TextUnit::segment)
          .forEach(segment -> drawing.putIfAbsent(segment.source(), segment.id()));
    }
  }

  private static List<String> names(XmlElement element) {
    String namespace = element.name().namespace();
    String name = element.local();
    if (AlternativeText.isIn(element)) {
      return List.of("title", "descr");
    }
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
