package dev.yiben.formats.format.epub;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The markup of a book without its text: what each block holds, by jsoup's reading. */
final class Shape {
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "li",
          "td",
          "th",
          "div",
          "blockquote",
          "body",
          "section",
          "figure",
          "figcaption",
          "dt",
          "dd",
          "text",
          "dc:title");

  /** Their tags go where their text is translated. */
  private static final Set<String> RUBY = Set.of("ruby", "rb", "rt", "rp", "rtc");

  /** What tells in which language, and which way, something is read. */
  private static final Set<String> READING =
      Set.of("dir", "lang", "page-progression-direction", "style", "xml:lang");

  /** What tells the editions of a book from each other, and the style sheet of a translation. */
  private static final String EDITION =
      "dc|identifier, dc|source, *|meta[name=dtb:uid], link[href*=yiben], item[href*=yiben]";

  private Shape() {}

  /** Returns the tags of each block, the block's own among them. */
  static List<String> of(Document document) {
    document.select(EDITION).remove();
    Map<Element, List<String>> blocks = new LinkedHashMap<>();
    for (Element element : document.getAllElements()) {
      if (!RUBY.contains(element.tagName())) {
        blocks.computeIfAbsent(block(element), e -> new ArrayList<>()).add(tag(element));
      }
    }
    return blocks.values().stream()
        .map(tags -> tags.stream().sorted().toList().toString())
        .toList();
  }

  private static Element block(Element element) {
    Element block = element;
    while (block.parent() != null && !BLOCKS.contains(block.tagName())) {
      block = block.parent();
    }
    return block;
  }

  private static String tag(Element element) {
    StringBuilder tag = new StringBuilder(element.tagName());
    for (Attribute attribute : element.attributes()) {
      if (!TextCount.ATTRIBUTES.contains(attribute.getKey())
          && !READING.contains(attribute.getKey())) {
        tag.append(' ').append(attribute);
      }
    }
    return tag.toString();
  }
}
