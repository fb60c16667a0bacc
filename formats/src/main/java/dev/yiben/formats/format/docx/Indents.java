package dev.yiben.formats.format.docx;

import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import dev.yiben.formats.xml.XmlText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far the text of list items stands in (ISO/IEC 29500-1, 17.9). */
final class Indents {
  /** What a level says of where its text begins: as documents have it, and as strict ones do. */
  private static final String[] SIDES = {"left", "start"};

  /** What says how the first line stands. */
  private static final List<String> FIRST_LINE =
      List.of("firstLineChars", "hanging", "hangingChars");

  private static final String NUMBER = "numId";
  private static final String LEVEL = "ilvl";

  private final Map<String, XmlElement> lists = new HashMap<>();
  private final Map<String, XmlElement> definitions = new HashMap<>();

  private Indents() {}

  /** Reads the numbering part of a document that may have none. */
  static Indents read(Optional<XmlText> part) {
    Indents indents = new Indents();
    if (part.isPresent()) {
      for (XmlElement child : part.get().root().children()) {
        if (child.is(Namespaces.WORD, "num")) {
          indents.lists.putIfAbsent(child.value(NUMBER), child);
        } else if (child.is(Namespaces.WORD, "abstractNum")) {
          indents.definitions.putIfAbsent(child.value("abstractNumId"), child);
        }
      }
    }
    return indents;
  }

  /**
   * Makes a list item one without a number, whose text begins where that of the item does.
   *
   * @param number of the list
   * @param paragraph the item ({@code w:p})
   * @param style the item's
   * @param properties of the paragraph to be
   */
  void continueItem(String number, XmlElement paragraph, Style style, PropertyList properties) {
    Optional<XmlElement> own = paragraph.child(Namespaces.WORD, "pPr");
    Optional<XmlElement> item = own.flatMap(found -> found.child(Namespaces.WORD, "numPr"));
    boolean byStyle = item.isEmpty() && style.paragraph().value("ind").isPresent();
    boolean told =
        own.flatMap(found -> found.child(Namespaces.WORD, "ind"))
            .filter(found -> !attribute(found).isEmpty())
            .isPresent();
    Map<String, String> indent = new HashMap<>();
    FIRST_LINE.forEach(attribute -> indent.put(attribute, ""));
    if (!told && !byStyle) {
      indent.putAll(indent(number, item, styleId(own)));
    }
    indent.put("firstLine", "0");
    properties.set("ind", indent);
    properties.remove("numPr");
    properties.add("numPr", "<%1$snumId %1$sval=\"0\"/>".formatted(paragraph.prefix()));
  }

  private static String styleId(Optional<XmlElement> properties) {
    return properties
        .flatMap(found -> found.child(Namespaces.WORD, "pStyle"))
        .map(found -> found.value("val"))
        .orElse("");
  }

  private Map<String, String> indent(String number, Optional<XmlElement> item, String style) {
    Optional<String> level =
        item.flatMap(found -> found.child(Namespaces.WORD, LEVEL)).map(found -> found.value("val"));
    return Optional.ofNullable(lists.get(number))
        .flatMap(list -> indent(list, level, style))
        .map(Indents::attribute)
        .orElse(Map.of());
  }

  private Optional<XmlElement> indent(XmlElement list, Optional<String> level, String style) {
    Optional<XmlElement> override =
        list.children().stream()
            .filter(child -> child.is(Namespaces.WORD, "lvlOverride"))
            .filter(child -> child.value(LEVEL).equals(level.orElse("0")))
            .findFirst()
            .flatMap(child -> child.child(Namespaces.WORD, "lvl"))
            .flatMap(Indents::indent);
    return override.or(
        () ->
            list.child(Namespaces.WORD, "abstractNumId")
                .flatMap(id -> Optional.ofNullable(definitions.get(id.value("val"))))
                .flatMap(definition -> level(definition, level, style))
                .flatMap(Indents::indent));
  }

  private static Optional<XmlElement> level(
      XmlElement definition, Optional<String> level, String style) {
    String number =
        level.orElseGet(
            () ->
                definition.children().stream()
                    .filter(
                        child ->
                            child
                                .child(Namespaces.WORD, "pStyle")
                                .filter(linked -> linked.value("val").equals(style))
                                .isPresent())
                    .findFirst()
                    .map(child -> child.value(LEVEL))
                    .orElse("0"));
    return definition.children().stream()
        .filter(child -> child.is(Namespaces.WORD, "lvl") && child.value(LEVEL).equals(number))
        .findFirst();
  }

  private static Optional<XmlElement> indent(XmlElement level) {
    return level
        .child(Namespaces.WORD, "pPr")
        .flatMap(properties -> properties.child(Namespaces.WORD, "ind"));
  }

  private static Map<String, String> attribute(XmlElement indent) {
    for (String side : SIDES) {
      if (indent.attribute(side).isPresent()) {
        return Map.of(side, indent.value(side));
      }
    }
    return Map.of();
  }
}
