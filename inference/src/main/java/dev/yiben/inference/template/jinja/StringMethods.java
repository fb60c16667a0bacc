package dev.yiben.inference.template.jinja;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** The methods of Python's {@code str}. */
final class StringMethods {
  static final Map<String, Operation> ALL =
      Map.ofEntries(
          entry("strip", List.of("chars"), (text, given, budget) -> strip(text, given, true, true)),
          entry(
              "lstrip", List.of("chars"), (text, given, budget) -> strip(text, given, true, false)),
          entry(
              "rstrip", List.of("chars"), (text, given, budget) -> strip(text, given, false, true)),
          entry("upper", List.of(), (text, given, budget) -> text.toUpperCase(Locale.ROOT)),
          entry("lower", List.of(), (text, given, budget) -> text.toLowerCase(Locale.ROOT)),
          entry("casefold", List.of(), (text, given, budget) -> text.toLowerCase(Locale.ROOT)),
          entry("title", List.of(), (text, given, budget) -> title(text)),
          entry("capitalize", List.of(), (text, given, budget) -> capitalize(text)),
          entry(
              "startswith",
              List.of("prefix"),
              (text, given, budget) -> any(given.get("prefix"), text::startsWith)),
          entry(
              "endswith",
              List.of("suffix"),
              (text, given, budget) -> any(given.get("suffix"), text::endsWith)),
          entry(
              "removeprefix",
              List.of("prefix"),
              (text, given, budget) ->
                  text.startsWith(given.text("prefix"))
                      ? text.substring(given.text("prefix").length())
                      : text),
          entry(
              "removesuffix",
              List.of("suffix"),
              (text, given, budget) ->
                  text.endsWith(given.text("suffix"))
                      ? text.substring(0, text.length() - given.text("suffix").length())
                      : text),
          entry(
              "replace",
              List.of("old", "new", "count"),
              (text, given, budget) ->
                  replace(
                      text,
                      given.text("old"),
                      given.text("new"),
                      given.number("count", -1),
                      budget)),
          entry(
              "split",
              List.of("sep", "maxsplit"),
              (text, given, budget) -> Splits.split(text, given, false)),
          entry(
              "rsplit",
              List.of("sep", "maxsplit"),
              (text, given, budget) -> Splits.split(text, given, true)),
          entry("splitlines", List.of(), (text, given, budget) -> Splits.lines(text)),
          entry(
              "partition",
              List.of("sep"),
              (text, given, budget) -> Splits.partition(text, given.text("sep"), false)),
          entry(
              "rpartition",
              List.of("sep"),
              (text, given, budget) -> Splits.partition(text, given.text("sep"), true)),
          entry(
              "find",
              List.of("sub"),
              (text, given, budget) -> place(text, text.indexOf(given.text("sub")))),
          entry(
              "rfind",
              List.of("sub"),
              (text, given, budget) -> place(text, text.lastIndexOf(given.text("sub")))),
          entry("count", List.of("sub"), (text, given, budget) -> count(text, given.text("sub"))),
          entry(
              "join",
              List.of("iterable"),
              (text, given, budget) -> join(text, given.list("iterable", budget), budget)),
          entry("isdigit", List.of(), (text, given, budget) -> all(text, Character::isDigit)),
          entry("isalpha", List.of(), (text, given, budget) -> all(text, Character::isLetter)),
          entry(
              "isalnum", List.of(), (text, given, budget) -> all(text, Character::isLetterOrDigit)),
          entry(
              "isspace",
              List.of(),
              (text, given, budget) -> all(text, character -> Spaces.is((char) character))),
          entry(
              "isupper",
              List.of(),
              (text, given, budget) ->
                  text.equals(text.toUpperCase(Locale.ROOT))
                      && !text.equals(text.toLowerCase(Locale.ROOT))),
          entry(
              "islower",
              List.of(),
              (text, given, budget) ->
                  text.equals(text.toLowerCase(Locale.ROOT))
                      && !text.equals(text.toUpperCase(Locale.ROOT))),
          Map.entry(
              "format",
              (text, arguments, budget) -> Format.braces((String) text, arguments, budget)));

  private StringMethods() {}

  private static Map.Entry<String, Operation> entry(
      String name, List<String> parameters, Operation.Body<String> body) {
    return Map.entry(
        name,
        Operation.of(
            name,
            parameters,
            (value, given, budget) -> {
              // Every method reads the text.
              String text = budget.made((String) value);
              return body.apply(text, given, budget);
            }));
  }

  static String strip(String text, Arguments.Bound given, boolean start, boolean end) {
    String characters = given.text("chars", null);
    int from = 0;
    int to = text.length();
    while (start && from < to && isIn(text.charAt(from), characters)) {
      from++;
    }
    while (end && to > from && isIn(text.charAt(to - 1), characters)) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isIn(char character, String characters) {
    return characters == null ? Spaces.is(character) : characters.indexOf(character) >= 0;
  }

  /** Returns the text with every word in capitals at its beginning. */
  static String title(String text) {
    StringBuilder title = new StringBuilder();
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      title.append(inside ? Character.toLowerCase(character) : Character.toTitleCase(character));
      inside = Character.isLetter(character);
    }
    return title.toString();
  }

  static String capitalize(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT)
            + text.substring(1).toLowerCase(Locale.ROOT);
  }

  /** Returns the text with the first {@code most} places, or all if that is negative, replaced. */
  static String replace(String text, String old, String replacement, long most, Budget budget) {
    StringBuilder result = new StringBuilder();
    int from = 0;
    long left = most < 0 ? Long.MAX_VALUE : most;
    int found = text.indexOf(old);
    while (found >= 0 && left > 0) {
      budget.spend((long) replacement.length() + 1);
      result.append(text, from, found).append(replacement);
      from = found;
      if (old.isEmpty() && found == text.length()) {
        return result.toString();
      } else if (old.isEmpty()) {
        found++;
      } else {
        from += old.length();
        found = text.indexOf(old, from);
      }
      left--;
    }
    return result.append(text, from, text.length()).toString();
  }

  static String join(String separator, List<Object> parts, Budget budget) {
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      joined.append(budget.made(i == 0 ? "" : separator));
      joined.append(budget.made(Texts.plain(parts.get(i), budget)));
    }
    return joined.toString();
  }

  private static boolean any(Object given, Predicate<String> test) {
    List<?> texts = given instanceof List<?> list ? list : Collections.singletonList(given);
    List<String> checked = new ArrayList<>();
    for (Object text : texts) {
      if (!(text instanceof String string)) {
        throw new JinjaException("a text cannot begin or end with '" + Values.type(text) + "'");
      }
      checked.add(string);
    }
    return checked.stream().anyMatch(test);
  }

  private static Object place(String text, int index) {
    return index < 0 ? -1L : (long) text.codePointCount(0, index);
  }

  private static Object count(String text, String part) {
    if (part.isEmpty()) {
      return Values.length(text) + 1;
    }
    long count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
      count++;
    }
    return count;
  }

  private static boolean all(String text, IntPredicate test) {
    return !text.isEmpty() && text.codePoints().allMatch(test);
  }
}
