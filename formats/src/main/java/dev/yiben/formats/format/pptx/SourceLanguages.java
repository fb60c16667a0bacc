package dev.yiben.formats.format.pptx;

import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the language that most text of the slides is said to be in. */
final class SourceLanguages {
  private final Map<String, Long> characters = new TreeMap<>();

  void add(XmlElement element) {
    if (element.is(Namespaces.DRAWING, "r")) {
      String language =
          element
              .child(Namespaces.DRAWING, "rPr")
              .map(properties -> properties.value("lang"))
              .orElse("");
      long length =
          element.child(Namespaces.DRAWING, "t").map(text -> text.text().length()).orElse(0);
      if (!language.isEmpty()) {
        characters.merge(language, length, Long::sum);
      }
    }
  }

  Optional<String> language() {
    return characters.entrySet().stream()
        .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
        .map(Map.Entry::getKey);
  }
}
