package dev.yiben.formats.format.epub;

import dev.yiben.formats.format.Coverage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/** Counts the characters of a book's text without the format's own reader. */
final class TextCount {
  static final Set<String> ATTRIBUTES =
      Set.of(
          "alt",
          "aria-description",
          "aria-label",
          "aria-placeholder",
          "aria-roledescription",
          "aria-valuetext",
          "placeholder",
          "title");

  private static final Set<String> NO_ATTRIBUTES =
      Set.of("base", "html", "link", "meta", "script", "style");

  private long characters;

  private TextCount() {}

  static long ofBook(Path file) throws IOException {
    TextCount count = new TextCount();
    try (JsoupBook book = new JsoupBook(file)) {
      for (String name : book.names()) {
        count.add(name, book.document(name));
      }
    }
    return count.characters;
  }

  private void add(String name, Document document) {
    if (name.endsWith(".opf")) {
      for (Element element : document.getAllElements()) {
        if (element.tagName().matches("(?i)dc:(title|description)")) {
          characters += Coverage.characters(element.wholeText());
        }
      }
      return;
    }
    boolean attributes = !document.getElementsByTag("ncx").hasText();
    NodeTraversor.traverse(
        (Node node, int depth) -> {
          if (node instanceof TextNode text && !isProgram(node.parent())) {
            characters += Coverage.characters(text.getWholeText());
          } else if (attributes
              && node instanceof Element element
              && !NO_ATTRIBUTES.contains(element.tagName())) {
            for (String attribute : ATTRIBUTES) {
              characters += Coverage.characters(element.attr(attribute));
            }
          }
        },
        document);
  }

  private static boolean isProgram(Node parent) {
    return parent instanceof Element element
        && (element.tagName().equals("script") || element.tagName().equals("style"));
  }
}
