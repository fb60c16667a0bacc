package dev.yiben.formats.format.epub;

import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * What one reads aloud from a document, by jsoup's reading: all its text but ruby readings, hyphens
 * that may be, and what a package says of languages, names and times of an edition.
 */
final class Reading {
  private static final int AROUND = 60;

  private Reading() {}

  /** Returns the text with one space for all white space and line breaks in a row. */
  static String of(Document document) {
    StringBuilder text = new StringBuilder();
    NodeTraversor.traverse(
        new NodeVisitor() {
          private int silent;

          @Override
          public void head(Node node, int depth) {
            if (node instanceof Element element) {
              silent += isSilent(element) ? 1 : 0;
              text.append(element.tagName().equals("br") ? " " : "");
            } else if (node instanceof TextNode run && silent == 0) {
              text.append(run.getWholeText());
            }
          }

          @Override
          public void tail(Node node, int depth) {
            silent -= node instanceof Element element && isSilent(element) ? 1 : 0;
          }
        },
        document);
    return text.toString().replace("\u00AD", "").replaceAll("[\\s\u00A0]+", " ").strip();
  }

  /** Returns what stands around the first place where two texts differ; nothing if they do not. */
  static String difference(String one, String other) {
    int place = 0;
    while (place < Math.min(one.length(), other.length())
        && one.charAt(place) == other.charAt(place)) {
      place++;
    }
    return one.equals(other) ? "" : around(one, place) + " became " + around(other, place);
  }

  private static String around(String text, int place) {
    int start = Math.max(0, place - AROUND);
    return '"' + text.substring(start, Math.min(text.length(), place + AROUND)) + '"';
  }

  private static boolean isSilent(Element element) {
    return switch (element.tagName().toLowerCase(Locale.ROOT)) {
      case "rt", "rp", "rtc", "dc:language", "dc:identifier", "dc:source", "meta" -> true;
      default -> false;
    };
  }
}
