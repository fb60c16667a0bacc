package dev.yiben.formats.drawing;

import dev.yiben.formats.markup.Attribute;
import dev.yiben.formats.markup.MarkupScanner;
import dev.yiben.formats.markup.Token.StartTag;
import java.util.Map;
import java.util.Set;

/** Changes attributes of an element's start tag. */
final class StartTags {
  private StartTags() {}

  /**
   * Returns an element with other attributes.
   *
   * @param markup that begins with the start tag
   * @param changes new values by name; attributes of empty values are taken away
   */
  static String with(String markup, Map<String, String> changes) {
    StartTag tag = (StartTag) MarkupScanner.scan(markup, Set.of()).get(0);
    StringBuilder changed = new StringBuilder("<").append(tag.name());
    changes.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            changed
                .append(' ')
                .append(name)
                .append("=\"")
                .append(value.replace("\"", "&quot;"))
                .append('"');
          }
        });
    for (Attribute attribute : tag.attributes()) {
      if (!changes.containsKey(attribute.name())) {
        int end = attribute.valueEnd() + (attribute.quote() == 0 ? 0 : 1);
        changed.append(' ').append(markup, attribute.start(), end);
      }
    }
    return changed
        .append(tag.selfClosing() ? "/>" : ">")
        .append(markup, tag.end(), markup.length())
        .toString();
  }
}
