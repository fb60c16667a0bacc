package dev.yiben.formats.format.docx;

import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Properties of runs or paragraphs, by the local names of their elements; what an element says in
 * other attributes than {@code w:val} is told as {@code element@attribute}.
 */
record Properties(Map<String, String> values) {
  /** No properties. */
  static final Properties NONE = new Properties(Map.of());

  private static final Set<String> OFF = Set.of("0", "false", "off");
  private static final String THEME = "Theme";

  Properties {
    values = Map.copyOf(values);
  }

  /** Returns the properties in a {@code w:rPr} or {@code w:pPr}. */
  static Properties of(Optional<XmlElement> element) {
    if (element.isEmpty()) {
      return NONE;
    }
    Map<String, String> values = new HashMap<>();
    for (XmlElement property : element.get().children()) {
      if (!property.name().namespace().equals(Namespaces.WORD)) {
        continue;
      }
      String name = property.local();
      switch (name) {
        case "rFonts", "lang" -> addAttributes(property, values);
        case "numPr" ->
            values.put(
                name,
                property
                    .child(Namespaces.WORD, "numId")
                    .map(number -> number.value("val"))
                    .orElse(""));
        case "rPr", "rPrChange", "pPrChange", "sectPr" -> {}
        default ->
            values.put(
                name, property.attribute("val").map(any -> property.value("val")).orElse("1"));
      }
    }
    return new Properties(values);
  }

  /** Adds what an element says of several scripts; a font of the theme is told with a plus sign. */
  private static void addAttributes(XmlElement property, Map<String, String> values) {
    for (String script : Set.of("val", "ascii", "hAnsi", "eastAsia", "bidi", "cs", "hint")) {
      String key = property.local() + "@" + script;
      property.attribute(script).ifPresent(any -> values.put(key, property.value(script)));
      String theme = script.equals("cs") ? "cstheme" : script + THEME;
      property.attribute(theme).ifPresent(any -> values.put(key, "+" + property.value(theme)));
    }
  }

  /** Returns a value. */
  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** Returns whether a property is set, and on. */
  boolean isOn(String name) {
    return value(name).filter(Properties::isTrue).isPresent();
  }

  /** Returns whether a value that is either on or off is on. */
  static boolean isTrue(String value) {
    return !value.isEmpty() && !OFF.contains(value);
  }

  /** Returns these properties, and those of another that are not among them. */
  Properties over(Properties base) {
    if (base.values.isEmpty()) {
      return this;
    }
    Map<String, String> all = new HashMap<>(base.values);
    all.putAll(values);
    return new Properties(all);
  }
}
