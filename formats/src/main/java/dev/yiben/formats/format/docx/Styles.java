package dev.yiben.formats.format.docx;

import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import dev.yiben.formats.xml.XmlText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The styles of a document (ISO/IEC 29500-1, 17.7): what paragraphs and runs look like. */
final class Styles {
  /** No document has styles that are based on more others, one on the other. */
  private static final int MOST_BASES = 100;

  private static final String PARAGRAPH = "paragraph";
  private static final String CHARACTER = "character";
  private static final String RUN_PROPERTIES = "rPr";
  private static final String PARAGRAPH_PROPERTIES = "pPr";

  private final Map<String, XmlElement> elements = new HashMap<>();
  private final Map<String, String> defaults = new HashMap<>();
  private final Map<String, Style> styles = new HashMap<>();

  /** The paragraph that was asked for last: all of its runs ask for the same one. */
  private Optional<XmlElement> last = Optional.empty();

  private Style lastStyle = Style.NONE;
  private Properties paragraphs = Properties.NONE;
  private Properties runs = Properties.NONE;

  private Styles() {}

  /** Reads the styles part of a document that may have none. */
  static Styles read(Optional<XmlText> part) {
    Styles styles = new Styles();
    part.ifPresent(xml -> styles.add(xml.root()));
    return styles;
  }

  private void add(XmlElement root) {
    for (XmlElement child : root.children()) {
      if (child.is(Namespaces.WORD, "docDefaults")) {
        runs = defaults(child, "rPrDefault", RUN_PROPERTIES);
        paragraphs = defaults(child, "pPrDefault", PARAGRAPH_PROPERTIES);
      } else if (child.is(Namespaces.WORD, "style")) {
        String id = child.value("styleId");
        elements.put(id, child);
        if (Properties.isTrue(child.value("default"))) {
          defaults.put(child.value("type"), id);
        }
      }
    }
  }

  private static Properties defaults(XmlElement all, String holder, String properties) {
    return Properties.of(
        all.child(Namespaces.WORD, holder)
            .flatMap(element -> element.child(Namespaces.WORD, properties)));
  }

  /** Returns the style of a paragraph ({@code w:p}). */
  Style ofParagraph(XmlElement paragraph) {
    if (!last.equals(Optional.of(paragraph))) {
      lastStyle =
          style(PARAGRAPH, "pStyle", paragraph.child(Namespaces.WORD, PARAGRAPH_PROPERTIES));
      last = Optional.of(paragraph);
    }
    return lastStyle;
  }

  /** Returns the character style of a run, given its properties ({@code w:rPr}). */
  Style ofRun(Optional<XmlElement> properties) {
    return style(CHARACTER, "rStyle", properties);
  }

  private Style style(String type, String reference, Optional<XmlElement> properties) {
    String fallback = defaults.getOrDefault(type, "");
    String id =
        properties
            .flatMap(element -> element.child(Namespaces.WORD, reference))
            .map(element -> element.value("val"))
            .filter(elements::containsKey)
            .orElse(fallback);
    return styles.computeIfAbsent(id, key -> resolve(key, new HashSet<>()));
  }

  private Style resolve(String id, Set<String> seen) {
    XmlElement element = elements.get(id);
    if (element == null || !seen.add(id) || seen.size() > MOST_BASES) {
      return Style.NONE;
    }
    Style base =
        element
            .child(Namespaces.WORD, "basedOn")
            .map(based -> resolve(based.value("val"), seen))
            .orElse(Style.NONE);
    String name =
        element.child(Namespaces.WORD, "name").map(found -> found.value("val")).orElse("");
    return new Style(
        name.toLowerCase(Locale.ROOT),
        properties(element, PARAGRAPH_PROPERTIES).over(base.paragraph()),
        properties(element, RUN_PROPERTIES).over(base.run()));
  }

  private static Properties properties(XmlElement style, String name) {
    return Properties.of(style.child(Namespaces.WORD, name));
  }

  /** Returns all that is said of a paragraph, by itself, its style and the document. */
  Properties paragraph(XmlElement paragraph) {
    return properties(paragraph, PARAGRAPH_PROPERTIES)
        .over(ofParagraph(paragraph).paragraph())
        .over(paragraphs);
  }

  /** Returns what is said of runs of which neither they nor their styles say anything. */
  Properties defaultRun() {
    return runs;
  }

  /** Returns all that is said of the runs of a paragraph, given the properties of one of them. */
  Properties run(Optional<XmlElement> properties, XmlElement paragraph) {
    return Properties.of(properties)
        .over(ofRun(properties).run())
        .over(ofParagraph(paragraph).run())
        .over(runs);
  }

  /** Returns whether a character style is known to look like no style at all. */
  boolean isPlainCharacterStyle(String id) {
    return elements.containsKey(id)
        && styles
            .computeIfAbsent(id, key -> resolve(key, new HashSet<>()))
            .run()
            .values()
            .isEmpty();
  }

  /**
   * Returns whether a toggle such as {@code vanish} or {@code b} is on in a run: its own decides,
   * else it is on if one of its styles sets it, not if both do (17.7.3).
   */
  boolean isOn(String toggle, Optional<XmlElement> properties, XmlElement paragraph) {
    Optional<String> own = Properties.of(properties).value(toggle);
    if (own.isPresent()) {
      return Properties.isTrue(own.get());
    }
    return runs.isOn(toggle)
        || (ofRun(properties).run().isOn(toggle) ^ ofParagraph(paragraph).run().isOn(toggle));
  }
}
