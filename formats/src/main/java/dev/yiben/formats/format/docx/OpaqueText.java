package dev.yiben.formats.format.docx;

import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;

/** Reads what is seen of an element that is left as it is. */
final class OpaqueText {
  private static final String MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math";

  private OpaqueText() {}

  static boolean isMath(XmlElement element) {
    return element.name().namespace().equals(MATH);
  }

  static boolean isAlternative(XmlElement element) {
    return element.is(Namespaces.COMPATIBILITY, "AlternateContent");
  }

  /** Returns the text of an element without that of paragraphs in it, which are read themselves. */
  static String of(XmlElement element) {
    StringBuilder text = new StringBuilder();
    add(element, text);
    return text.toString();
  }

  private static void add(XmlElement element, StringBuilder text) {
    boolean ofText = element.is(Namespaces.WORD, "t") || element.is(MATH, "t");
    if (ofText) {
      text.append(element.text());
    } else if (element.is(Namespaces.WORD, "sym")) {
      text.append(Symbols.character(element));
    } else if (element.is(Namespaces.WORD, "noBreakHyphen")) {
      text.append('\u2011');
    }
    for (XmlElement child : element.children()) {
      if (!child.is(Namespaces.WORD, "p")) {
        add(child, text);
      }
    }
  }
}
