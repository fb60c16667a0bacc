package dev.yiben.formats.format.docx;

import dev.yiben.formats.markup.Attribute;
import dev.yiben.formats.markup.Characters;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import dev.yiben.formats.xml.XmlText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The markup of a {@code w:rPr} or {@code w:pPr}, in which properties are set. */
final class PropertyList {
  /** The order of the properties of a run (ISO/IEC 29500-1, 17.3.2.28). */
  static final List<String> RUN =
      List.of(
          "rStyle",
          "rFonts",
          "b",
          "bCs",
          "i",
          "iCs",
          "caps",
          "smallCaps",
          "strike",
          "dstrike",
          "outline",
          "shadow",
          "emboss",
          "imprint",
          "noProof",
          "snapToGrid",
          "vanish",
          "webHidden",
          "color",
          "spacing",
          "w",
          "kern",
          "position",
          "sz",
          "szCs",
          "highlight",
          "u",
          "effect",
          "bdr",
          "shd",
          "fitText",
          "vertAlign",
          "rtl",
          "cs",
          "em",
          "lang");

  /** The order of the properties of a paragraph (17.3.1.26). */
  static final List<String> PARAGRAPH =
      List.of(
          "pStyle",
          "keepNext",
          "keepLines",
          "pageBreakBefore",
          "framePr",
          "widowControl",
          "numPr",
          "suppressLineNumbers",
          "pBdr",
          "shd",
          "tabs",
          "suppressAutoHyphens",
          "kinsoku",
          "wordWrap",
          "overflowPunct",
          "topLinePunct",
          "autoSpaceDE",
          "autoSpaceDN",
          "bidi",
          "adjustRightInd",
          "snapToGrid",
          "spacing",
          "ind");

  /** The order of the properties of a table (17.4.59). */
  static final List<String> TABLE = List.of("tblStyle", "tblpPr", "tblOverlap", "bidiVisual");

  private final String prefix;
  private final String name;
  private final List<String> order;
  private String markup;

  /**
   * Creates a list.
   *
   * @param prefix that the document has for WordprocessingML, with its colon
   * @param name of the element, such as {@code rPr}
   * @param order of the properties, as far as they are set or come before one that is
   * @param markup the whole element; empty if there is none
   */
  PropertyList(String prefix, String name, List<String> order, String markup) {
    this.prefix = prefix;
    this.name = name;
    this.order = order;
    this.markup = markup;
  }

  /** Returns the properties of a paragraph; {@code markup} is empty if it has none. */
  static PropertyList ofParagraph(String prefix, String markup) {
    return new PropertyList(prefix, "pPr", PARAGRAPH, markup);
  }

  /** Returns the element as it is now; empty if there never was a property. */
  String markup() {
    return markup;
  }

  /** Returns the element with its namespace. */
  Optional<XmlElement> element() {
    return markup.isEmpty() ? Optional.empty() : Optional.of(read());
  }

  private XmlElement read() {
    return XmlText.read(around() + markup + "</x>").root().children().get(0);
  }

  private String around() {
    String declaration = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix.replace(":", "");
    return "<x %s=\"%s\">".formatted(declaration, Namespaces.WORD);
  }

  /**
   * Sets attributes of a property that is there, or adds it in its place.
   *
   * @param attributes by local name; an empty value takes one away from a property that is there
   */
  void set(String property, Map<String, String> attributes) {
    if (markup.isEmpty()) {
      markup = "<%1$s%2$s></%1$s%2$s>".formatted(prefix, name);
    }
    XmlElement list = read();
    int shift = around().length();
    Optional<XmlElement> found = list.child(Namespaces.WORD, property);
    if (found.isPresent()) {
      XmlElement old = found.get();
      replace(old.start() - shift, old.end() - shift, merged(old, shift, attributes));
    } else if (list.isEmptyTag()) {
      markup =
          markup.substring(0, markup.lastIndexOf('/'))
              + ">"
              + element(property, attributes)
              + "</%s%s>".formatted(prefix, name);
    } else {
      int place = place(list, property) - shift;
      replace(place, place, element(property, attributes));
    }
  }

  /** Takes a property away, if it is there. */
  void remove(String property) {
    element()
        .flatMap(list -> list.child(Namespaces.WORD, property))
        .ifPresent(
            found -> {
              int shift = found.parent().orElseThrow().start();
              replace(found.start() - shift, found.end() - shift, "");
            });
  }

  /** Adds a property, that is not there, with elements in it. */
  void add(String property, String content) {
    set(property, Map.of());
    XmlElement list = read();
    XmlElement added = list.child(Namespaces.WORD, property).orElseThrow();
    String name = prefix + property;
    replace(
        added.start() - list.start(),
        added.end() - list.start(),
        "<%1$s>%2$s</%1$s>".formatted(name, content));
  }

  private int place(XmlElement list, String property) {
    int place = list.contentStart();
    for (XmlElement child : list.children()) {
      int rank =
          child.name().namespace().equals(Namespaces.WORD) ? order.indexOf(child.local()) : -1;
      if (rank >= 0 && rank < order.indexOf(property)) {
        place = child.end();
      }
    }
    return place;
  }

  private void replace(int start, int end, String replacement) {
    markup = markup.substring(0, start) + replacement + markup.substring(end);
  }

  private String element(String property, Map<String, String> attributes) {
    StringBuilder element = new StringBuilder("<").append(prefix).append(property);
    addAttributes(attributes, element);
    return element.append("/>").toString();
  }

  private void addAttributes(Map<String, String> attributes, StringBuilder element) {
    new TreeMap<>(attributes)
        .forEach(
            (key, value) -> {
              if (!value.isEmpty()) {
                element.append(attribute(key, value));
              }
            });
  }

  private String attribute(String key, String value) {
    return " %s%s=\"%s\"".formatted(prefix, key, Characters.escape(value, any -> true));
  }

  /** Sets a property that is on or off, and has no other value. */
  void set(String property, boolean on) {
    set(property, on ? Map.of("val", "") : Map.of("val", "0"));
  }

  /** Returns an empty element with some attributes changed, and others as they are. */
  private String merged(XmlElement old, int shift, Map<String, String> attributes) {
    StringBuilder element = new StringBuilder("<").append(prefix).append(old.local());
    for (Attribute attribute : old.tag().attributes()) {
      String key = attribute.name().substring(attribute.name().indexOf(':') + 1);
      if (!attributes.containsKey(key)) {
        element
            .append(' ')
            .append(markup, attribute.start() - shift, attribute.valueEnd() - shift)
            .append(attribute.quote());
      }
    }
    addAttributes(attributes, element);
    return element.append("/>").toString();
  }
}
