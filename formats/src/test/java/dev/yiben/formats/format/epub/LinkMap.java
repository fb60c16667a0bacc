package dev.yiben.formats.format.epub;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Where all links of a book lead: to elements of its files, to its files, out of it, or nowhere.
 *
 * @param links for each file, its links in order, each with what it resolves to
 * @param ids for each file, the ids of its elements in order
 */
record LinkMap(Map<String, List<String>> links, Map<String, List<String>> ids) {
  /** Attributes with an address. */
  private static final Set<String> ADDRESSES =
      Set.of(
          "href",
          "src",
          "xlink:href",
          "data",
          "poster",
          "cite",
          "altimg",
          "epub:textref",
          "longdesc",
          "full-path");

  /** Attributes with ids of the same file, separated by spaces. */
  private static final Set<String> REFERENCES =
      Set.of(
          "idref",
          "for",
          "headers",
          "toc",
          "fallback",
          "media-overlay",
          "unique-identifier",
          "aria-labelledby",
          "aria-describedby",
          "aria-details",
          "aria-controls",
          "aria-owns",
          "aria-flowto",
          "aria-activedescendant");

  static LinkMap of(JsoupBook book) throws IOException {
    Map<String, Document> documents = new TreeMap<>();
    for (String name : book.markupNames()) {
      Document document = book.document(name);
      // The style sheet of a translation is not the source's.
      document.select("[href*=yiben]").remove();
      documents.put(name, document);
    }
    Map<String, List<String>> ids = new TreeMap<>();
    documents.forEach((name, document) -> ids.put(name, ids(document)));
    Map<String, Set<String>> targets = new HashMap<>();
    ids.forEach((name, all) -> targets.put(name, new HashSet<>(all)));
    Map<String, List<String>> links = new TreeMap<>();
    for (Map.Entry<String, Document> document : documents.entrySet()) {
      links.put(
          document.getKey(),
          links(document.getKey(), document.getValue(), targets, book.entryNames()));
    }
    return new LinkMap(links, ids);
  }

  private static List<String> ids(Document document) {
    List<String> ids = new ArrayList<>();
    for (Element element : document.getAllElements()) {
      for (String attribute : List.of("id", "xml:id")) {
        if (element.hasAttr(attribute)) {
          ids.add(element.attr(attribute));
        }
      }
      if (element.tagName().equals("a") && element.hasAttr("name")) {
        ids.add(element.attr("name"));
      }
    }
    return ids;
  }

  private static List<String> links(
      String file, Document document, Map<String, Set<String>> targets, Set<String> entries) {
    List<String> links = new ArrayList<>();
    for (Element element : document.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        String link = element.tagName() + '@' + attribute.getKey() + '=' + attribute.getValue();
        if (ADDRESSES.contains(attribute.getKey())) {
          links.add(link + " -> " + resolve(file, attribute.getValue(), targets, entries));
        } else if (REFERENCES.contains(attribute.getKey())) {
          for (String id : attribute.getValue().strip().split("\\s+", -1)) {
            links.add(link + " -> " + targets.get(file).contains(id));
          }
        }
      }
    }
    return links;
  }

  private static String resolve(
      String file, String address, Map<String, Set<String>> targets, Set<String> entries) {
    try {
      URI base = URI.create("book:/").resolve(encoded(file));
      URI whole = base.resolve(encoded(address.strip()));
      if (!"book".equals(whole.getScheme())) {
        return "outside";
      }
      String name = whole.getPath().substring(1);
      if (!entries.contains(name)) {
        return "nowhere";
      }
      if (whole.getFragment() == null || !targets.containsKey(name)) {
        return name;
      }
      String id =
          URLDecoder.decode(whole.getFragment().replace("+", "%2B"), StandardCharsets.UTF_8);
      return name + (targets.get(name).contains(id) ? "#" + id : " without " + id);
    } catch (IllegalArgumentException e) {
      return "not an address";
    }
  }

  private static String encoded(String address) {
    return address.replace(" ", "%20");
  }
}
