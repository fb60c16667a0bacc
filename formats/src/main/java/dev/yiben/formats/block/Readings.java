package dev.yiben.formats.block;

import dev.yiben.formats.markup.Attribute;
import dev.yiben.formats.markup.Token;
import dev.yiben.formats.markup.Token.StartTag;
import java.util.ArrayList;
import java.util.List;

/**
 * The readings of one ruby element, to be written after its translated base: as one reading, since
 * the base is one (WHATWG HTML 4.5.10).
 */
final class Readings {
  private final String markup;
  private final List<Token> tokens;
  private final Structure structure;
  private final StringBuilder reading = new StringBuilder();
  private final List<String> parentheses = new ArrayList<>();
  private String tagName = "rt";
  private String startTag = "<rt>";

  Readings(String markup, List<Token> tokens, Structure structure) {
    this.markup = markup;
    this.tokens = tokens;
    this.structure = structure;
  }

  /** Takes what stands between two tags that goes from its place. */
  void add(int from, int to) {
    for (int i = from; i <= to; i++) {
      int end = tokens.get(i) instanceof StartTag ? structure.partner(i) : -1;
      if (end > i) {
        add((StartTag) tokens.get(i), end);
      }
    }
  }

  private void add(StartTag tag, int end) {
    String content = markup.substring(tag.end(), tokens.get(end).start());
    if (tag.localName().equals("rp")) {
      parentheses.add(markup.substring(tag.start(), tokens.get(end).end()));
    } else if (tag.localName().equals("rt") && reading.isEmpty()) {
      tagName = tag.name();
      startTag = markup.substring(tag.start(), tag.end());
      reading.append(content);
    } else if (tag.localName().equals("rt")) {
      reading.append(anchors(markup, tag)).append(content);
    }
  }

  /** Returns what follows the base. */
  String written() {
    if (reading.isEmpty()) {
      return "";
    }
    String annotation = startTag + reading + "</" + tagName + ">";
    return parentheses.size() < 2
        ? annotation
        : parentheses.get(0) + annotation + parentheses.get(parentheses.size() - 1);
  }

  /** Returns empty elements with the link targets of a tag that goes. */
  static String anchors(String markup, StartTag tag) {
    StringBuilder anchors = new StringBuilder();
    for (Attribute attribute : tag.attributes()) {
      if (attribute.name().equalsIgnoreCase("id")) {
        String prefix = tag.name().substring(0, tag.name().indexOf(':') + 1);
        String id = markup.substring(attribute.valueStart(), attribute.valueEnd());
        char quote = attribute.quote() == '\'' ? '\'' : '"';
        anchors.append("<%1$sspan id=%2$s%3$s%2$s></%1$sspan>".formatted(prefix, quote, id));
      }
    }
    return anchors.toString();
  }
}
