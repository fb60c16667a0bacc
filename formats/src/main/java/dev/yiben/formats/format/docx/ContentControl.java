package dev.yiben.formats.format.docx;

import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;

/** Reads content controls (ISO/IEC 29500-1, 17.5.2). */
final class ContentControl {
  private ContentControl() {}

  /** Returns whether what stands in a control is text, rather than a box with a tick. */
  static boolean isText(XmlElement control) {
    return control.child(Namespaces.WORD, "sdtContent").isPresent()
        && control
            .child(Namespaces.WORD, "sdtPr")
            .filter(
                properties ->
                    properties.children().stream()
                        .anyMatch(child -> child.local().equals("checkbox")))
            .isEmpty();
  }
}
