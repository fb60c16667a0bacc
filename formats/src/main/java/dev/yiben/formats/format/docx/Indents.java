package dev.yiben.formats.format.docx;

import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import dev.yiben.formats.xml.XmlText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How far the text of list items stands in (ISO/IEC 29500-1, 17.9). */
final class Indents {
  /** What a level says of where its text begins: as documents have it, and as strict ones do. */
  private static final String[] SIDES = {"left", "start"};

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
   * Returns where the text of a list item begins, as an attribute of {@code w:ind} and its value;
   * nothing if its list does not say.
   *
   * @param list the number of the list
   * @param paragraph the item ({@code w:p})
   */
  Map<String, String> of(String list, XmlElement paragraph) {
    Optional<XmlElement> properties = paragraph.child(Namespaces.WORD, "pPr");
    Optional<String> level =
        properties
            .flatMap(found -> found.child(Namespaces.WORD, "numPr"))
            .flatMap(found -> found.child(Namespaces.WORD, LEVEL))
            .map(found -> found.value("val"));
    String style =
        properties
            .flatMap(found -> found.child(Namespaces.WORD, "pStyle"))
            .map(found -> found.value("val"))
            .orElse("");
    return Optional.ofNullable(lists.get(list))
        .flatMap(found -> indent(found, level, style))
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
