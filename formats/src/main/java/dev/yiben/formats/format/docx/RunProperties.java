package dev.yiben.formats.format.docx;

import dev.yiben.formats.run.RunStyle;
import dev.yiben.formats.xml.XmlElement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads how a run looks from its properties ({@code w:rPr}). */
final class RunProperties {
  /** Properties that no reader sees. */
  private static final Set<String> UNSEEN = Set.of("lang", "noProof", "rtl", "cs");

  /** Properties that are seen where there is nothing but a space. */
  private static final Set<String> ON_SPACES =
      Set.of("u", "strike", "dstrike", "highlight", "shd", "bdr");

  private RunProperties() {}

  static RunStyle style(XmlElement properties) {
    String key =
        properties.children().stream()
            .filter(child -> !UNSEEN.contains(child.local()) && !TrackedChanges.isChange(child))
            .map(XmlElement::markup)
            .collect(Collectors.joining());
    boolean showsOnSpaces =
        properties.children().stream().anyMatch(child -> ON_SPACES.contains(child.local()));
    return new RunStyle(key, withoutChanges(properties), showsOnSpaces);
  }

  /** Returns the properties without what they were before. */
  private static String withoutChanges(XmlElement properties) {
    StringBuilder markup = new StringBuilder(properties.markup());
    List<XmlElement> children = properties.children();
    for (int i = children.size() - 1; i >= 0; i--) {
      XmlElement child = children.get(i);
      if (TrackedChanges.isChange(child)) {
        markup.delete(child.start() - properties.start(), child.end() - properties.start());
      }
    }
    return markup.toString();
  }
}
