package dev.yiben.formats.style;

import dev.yiben.formats.markup.Attribute;
import dev.yiben.formats.markup.Token;
import dev.yiben.formats.markup.Token.StartTag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Finds the elements of a document of whose text style sheets say something else than is so by
 * default.
 *
 * <p>Selectors are matched by jsoup, and only where an element might be told something else:
 * ordinary books cost nothing. What would take too long is left out, always in the same way.
 */
public final class TextStyles {
  private static final int MOST_RULES = 20_000;
  private static final int MOST_CHARACTERS = 20_000_000;
  private static final int DEEPEST = 500;
  private static final long MOST_MATCHES = 2_000_000;

  private final String text;
  private final List<Token> tokens;
  private final Map<String, List<TextRule>> rules = new HashMap<>();
  private final Map<Integer, TextStyle> styles = new HashMap<>();
  private long matches;

  private TextStyles(String text, List<Token> tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /**
   * Returns styles by the offsets of their elements' start tags.
   *
   * @param sheets the rules of a document's style sheets in order
   * @param byDefault how elements of a local name are displayed; nothing for those of which it does
   *     not matter
   */
  public static Map<Integer, TextStyle> of(
      String text,
      List<Token> tokens,
      List<StyleRule> sheets,
      Function<String, Optional<Display>> byDefault) {
    TextStyles found = new TextStyles(text, tokens);
    for (int i = 0; i < Math.min(sheets.size(), MOST_RULES); i++) {
      if (MediaQuery.isEverywhere(sheets.get(i).conditions())) {
        TextRule.of(sheets.get(i), i)
            .forEach(r -> found.rules.computeIfAbsent(r.key(), k -> new ArrayList<>()).add(r));
      }
    }
    if (found.mayMatter(byDefault)) {
      found.match();
    }
    found.attributes();
    return found.styles;
  }

  /** Returns whether a rule may say of an element what is not so by default. */
  private boolean mayMatter(Function<String, Optional<Display>> byDefault) {
    if (rules.isEmpty() || text.length() > MOST_CHARACTERS) {
      return false;
    }
    boolean found = false;
    int depth = 0;
    for (Token token : tokens) {
      if (token instanceof Token.EndTag) {
        depth--;
      } else if (token instanceof StartTag tag) {
        depth += tag.selfClosing() ? 0 : 1;
        if (depth > DEEPEST) {
          return false;
        }
        found = found || byDefault.apply(tag.localName()).filter(d -> changes(tag, d)).isPresent();
      }
    }
    return found;
  }

  private boolean changes(StartTag tag, Display byDefault) {
    return keys(tag)
        .flatMap(key -> rules.getOrDefault(key, List.of()).stream())
        .map(TextRule::style)
        .anyMatch(
            style ->
                style.lines().orElse(false)
                    || style.display().filter(display -> display != byDefault).isPresent());
  }

  private Stream<String> keys(StartTag tag) {
    Stream<String> names = Stream.of("*", tag.localName());
    return tag.attributes().isEmpty()
        ? names
        : Stream.concat(
            names, keys(value(tag, "id").strip(), value(tag, "class").strip().split("\\s+")));
  }

  private static Stream<String> keys(String id, String[] classes) {
    return Stream.concat(Stream.of("#" + id), Arrays.stream(classes).map(c -> "." + c));
  }

  private String value(StartTag tag, String name) {
    return tag.attribute(name).map(attribute -> attribute.value(text)).orElse("");
  }

  private void match() {
    Parser parser = Parser.xmlParser().setTrackPosition(true);
    Document document = Jsoup.parse(text, "", parser);
    for (Element element : document.getAllElements()) {
      String name = element.normalName();
      Stream<String> keys =
          Stream.concat(
              Stream.of("*", name.substring(name.indexOf(':') + 1)),
              keys(element.id(), element.className().strip().split("\\s+")));
      List<TextRule> matching =
          keys.distinct()
              .flatMap(key -> rules.getOrDefault(key, List.of()).stream())
              .filter(rule -> matches(rule, document, element))
              .sorted(TextRule.WEAKEST_FIRST)
              .toList();
      if (matches > MOST_MATCHES) {
        styles.clear();
        return;
      }
      matching.stream()
          .map(TextRule::style)
          .reduce((weaker, stronger) -> weaker.under(stronger))
          .ifPresent(style -> styles.put(element.sourceRange().start().pos(), style));
    }
  }

  private boolean matches(TextRule rule, Document document, Element element) {
    matches++;
    return matches <= MOST_MATCHES && rule.selector().matches(document, element);
  }

  /** Adds what {@code style} attributes say. */
  private void attributes() {
    for (Token token : tokens) {
      if (token instanceof StartTag tag && !tag.attributes().isEmpty()) {
        Optional<String> declarations =
            tag.attribute("style").map((Attribute attribute) -> attribute.value(text));
        declarations
            .map(StyleSheet::declarations)
            .map(TextStyle::of)
            .filter(style -> !style.equals(TextStyle.UNSAID))
            .ifPresent(
                own ->
                    styles.merge(tag.start(), own, (weaker, stronger) -> weaker.under(stronger)));
      }
    }
  }
}
