package dev.yiben.formats.block;

import dev.yiben.formats.markup.Attribute;
import dev.yiben.formats.markup.Token;
import dev.yiben.formats.markup.Token.StartTag;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What stands around a segment's text, as far as its two copies need to know.
 *
 * @param parent number of the innermost element's start tag among the tokens, or -1
 * @param name its name as written
 * @param isPlain whether no elements may stand there
 * @param language the language that is declared for it
 */
record Surroundings(int parent, String name, boolean isPlain, Optional<String> language) {
  private static final Surroundings NONE = new Surroundings(-1, "", false, Optional.empty());

  /** Elements that hold text alone, or elements of another kind. */
  private static final Set<String> PLAIN =
      Set.of("math", "option", "optgroup", "select", "svg", "textarea", "title");

  /** Elements that text should not stand in. */
  private static final Set<String> STRUCTURAL =
      Set.of(
          "colgroup",
          "dl",
          "head",
          "html",
          "menu",
          "ol",
          "table",
          "tbody",
          "tfoot",
          "thead",
          "tr",
          "ul");

  /** Elements that hold blocks, in strict XHTML some of them nothing else. */
  private static final Set<String> FLOW =
      Set.of("article", "aside", "blockquote", "body", "form", "main", "noscript", "section");

  /** An element that is open. */
  private record Open(int scopeEnd, Surroundings inside) {}

  /** Returns what stands around the content units, by their starts. */
  static Map<Integer, Surroundings> of(
      String text, List<Token> tokens, Structure structure, List<Unit> units) {
    int[] starts =
        units.stream()
            .filter(unit -> unit.quote() == Unit.CONTENT)
            .mapToInt(Unit::start)
            .sorted()
            .toArray();
    Map<Integer, Surroundings> found = new HashMap<>();
    Deque<Open> open = new ArrayDeque<>();
    int unit = 0;
    for (int i = 0; i < tokens.size() && unit < starts.length; i++) {
      while (!open.isEmpty() && open.element().scopeEnd() < i) {
        open.pop();
      }
      Surroundings here = open.isEmpty() ? NONE : open.element().inside();
      while (unit < starts.length && starts[unit] < tokens.get(i).end()) {
        found.put(starts[unit++], here);
      }
      if (tokens.get(i) instanceof StartTag tag) {
        open.push(new Open(structure.scopeEnd(i), here.within(i, tag, text)));
      }
    }
    return found;
  }

  private Surroundings within(int number, StartTag tag, String text) {
    boolean plain =
        PLAIN.contains(tag.localName()) || (isPlain && !tag.localName().equals("foreignobject"));
    Optional<String> declared =
        LanguagePatches.languages(tag).stream().map((Attribute a) -> a.value(text)).findFirst();
    return new Surroundings(number, tag.name(), plain, declared.or(() -> language));
  }

  /** Returns whether two copies can stand here. */
  boolean takesElements() {
    return !isPlain && !STRUCTURAL.contains(local());
  }

  /** Returns the name of an element that may stand here around text. */
  String wrapper() {
    return prefix() + (isFlow() ? "div" : "span");
  }

  /** Returns what keeps two copies apart for readers that know no styles. */
  String separator() {
    return isFlow() ? "" : "<%sbr class=\"yiben-break\"/>".formatted(prefix());
  }

  private boolean isFlow() {
    return FLOW.contains(local());
  }

  private String prefix() {
    return name.substring(0, name.indexOf(':') + 1);
  }

  private String local() {
    return new StartTag(0, 0, name, List.of(), false).localName();
  }
}
