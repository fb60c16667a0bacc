package dev.yiben.formats.format.docx;

import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import java.util.Optional;

/** Reads text with the spaces that Word shows. */
final class WordSpaces {
  private WordSpaces() {}

  /** Returns the text of a {@code w:t}: without spaces at its edges, unless it preserves them. */
  static String text(XmlElement element) {
    String text = element.text();
    int start = 0;
    while (start < text.length() && isSpace(text.charAt(start))) {
      start++;
    }
    int end = text.length();
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    boolean whole = start == 0 && end == text.length();
    return whole || isPreserved(element) ? text : text.substring(start, end);
  }

  private static boolean isSpace(char character) {
    return character == ' ' || character == '\t' || character == '\n' || character == '\r';
  }

  private static boolean isPreserved(XmlElement element) {
    Optional<XmlElement> around = Optional.of(element);
    while (around.isPresent()) {
      if (around.get().attribute(Namespaces.XML, "space").isPresent()) {
        return around.get().value(Namespaces.XML, "space").equals("preserve");
      }
      around = around.get().parent();
    }
    return false;
  }
}
