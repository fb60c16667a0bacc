package dev.yiben.formats.block;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Elements whose end tags authors may leave out, and the start tags that end them.
 *
 * @param endedBy for a start tag's local name, those of the open elements that it ends
 * @param scopes elements out of which no start tag reaches
 */
public record OptionalEndTags(Map<String, Set<String>> endedBy, Set<String> scopes) {
  /** Every element has an end tag, as in XML. */
  public static final OptionalEndTags NONE = new OptionalEndTags(Map.of(), Set.of());

  /** What HTML lets authors leave out (WHATWG HTML 13.1.2.4). */
  public static final OptionalEndTags HTML = html();

  public OptionalEndTags {
    endedBy = Map.copyOf(endedBy);
    scopes = Set.copyOf(scopes);
  }

  private static OptionalEndTags html() {
    Map<String, Set<String>> endedBy = new HashMap<>();
    for (String block :
        ("address article aside blockquote center details dialog dir div dl fieldset figcaption"
                + " figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre"
                + " search section table ul")
            .split(" ", -1)) {
      endedBy.put(block, Set.of("p"));
    }
    endedBy.put("li", Set.of("li", "p"));
    endedBy.put("dt", Set.of("dt", "dd", "p"));
    endedBy.put("dd", Set.of("dt", "dd", "p"));
    endedBy.put("td", Set.of("td", "th", "p"));
    endedBy.put("th", Set.of("td", "th", "p"));
    endedBy.put("tr", Set.of("td", "th", "tr", "p"));
    Set<String> groupEnds = Set.of("td", "th", "tr", "thead", "tbody", "tfoot", "p");
    endedBy.put("thead", groupEnds);
    endedBy.put("tbody", groupEnds);
    endedBy.put("tfoot", groupEnds);
    endedBy.put("option", Set.of("option"));
    endedBy.put("optgroup", Set.of("option", "optgroup"));
    Set<String> scopes =
        Set.of(
            "body",
            "button",
            "caption",
            "dl",
            "menu",
            "object",
            "ol",
            "select",
            "svg",
            "table",
            "td",
            "template",
            "th",
            "ul");
    return new OptionalEndTags(endedBy, scopes);
  }

  /** Returns the open elements that a start tag ends. */
  Set<String> endedBy(String start) {
    return endedBy.getOrDefault(start, Set.of());
  }

  /** Returns whether an element may lack its end tag. */
  boolean mayLack(String localName) {
    return endedBy.containsKey(localName) && endedBy.get(localName).contains(localName);
  }
}
