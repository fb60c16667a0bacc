package dev.yiben.inference.template.jinja;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a value can be sent through with {@code |}. */
final class Filters {
  static final Map<String, Operation> ALL = all();

  private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern TITLE_WORD = Pattern.compile("[^-\\s({\\[<]+");

  private Filters() {}

  /** Returns what a filter makes of a value. */
  static Object apply(String name, Object value, Arguments arguments, Budget budget) {
    Operation filter = ALL.get(name);
    if (filter == null) {
      throw new JinjaException("there is no filter '" + name + "'");
    }
    return filter.apply(value, arguments, budget);
  }

  private static Map<String, Operation> all() {
    Map<String, Operation> all = new HashMap<>(ListFilters.ALL);
    addTexts(all);
    addValues(all);
    return Map.copyOf(all);
  }

  private static void addTexts(Map<String, Operation> all) {
    text(all, "upper", List.of(), (text, given, budget) -> text.toUpperCase(Locale.ROOT));
    text(all, "lower", List.of(), (text, given, budget) -> text.toLowerCase(Locale.ROOT));
    text(all, "title", List.of(), (text, given, budget) -> title(text));
    text(all, "capitalize", List.of(), (text, given, budget) -> StringMethods.capitalize(text));
    text(
        all,
        "trim",
        List.of("chars"),
        (text, given, budget) -> StringMethods.strip(text, given, true, true));
    text(
        all,
        "replace",
        List.of("old", "new", "count"),
        (text, given, budget) ->
            StringMethods.replace(
                text,
                Texts.plain(given.get("old"), budget),
                Texts.plain(given.get("new"), budget),
                given.number("count", -1),
                budget));
    text(
        all,
        "indent",
        List.of("width", "first", "blank"),
        (text, given, budget) ->
            indent(text, given.get("width", 4L), given.flag("first"), given.flag("blank"), budget));
    text(all, "escape", List.of(), (text, given, budget) -> escape(text, budget));
    text(all, "e", List.of(), (text, given, budget) -> escape(text, budget));
    text(all, "string", List.of(), (text, given, budget) -> text);
    text(all, "safe", List.of(), (text, given, budget) -> text);
    text(
        all, "wordcount", List.of(), (text, given, budget) -> WORD.matcher(text).results().count());
    all.put(
        "format",
        (value, arguments, budget) ->
            Format.percent(Texts.plain(value, budget), new Tuple(arguments.positional()), budget));
  }

  private static String title(String text) {
    return TITLE_WORD
        .matcher(text)
        .replaceAll(word -> Matcher.quoteReplacement(StringMethods.capitalize(word.group())));
  }

  private static void addValues(Map<String, Operation> all) {
    for (String name : List.of("default", "d")) {
      add(
          all,
          name,
          List.of("default_value", "boolean"),
          (value, given, budget) ->
              value instanceof Undefined || (given.flag("boolean") && !Values.truth(value))
                  ? given.get("default_value", "")
                  : value);
    }
    add(all, "tojson", List.of("ensure_ascii", "indent", "separators", "sort_keys"), Filters::json);
    add(
        all,
        "abs",
        List.of(),
        (value, given, budget) ->
            Numbers.compare(value, 0L) < 0
                ? Numbers.negative(value)
                : Numbers.apply("+", value, 0L));
    add(
        all,
        "int",
        List.of("default", "base"),
        (value, given, budget) ->
            whole(value, given.get("default", 0L), (int) given.number("base", 10)));
    add(
        all,
        "float",
        List.of("default"),
        (value, given, budget) -> real(value, given.get("default", 0.0)));
    add(
        all,
        "round",
        List.of("precision", "method"),
        (value, given, budget) ->
            Rounding.round(value, given.number("precision", 0), given.text("method", "common")));
    all.put(
        "attr",
        Operation.of(
            "attr",
            List.of("name"),
            (value, given, budget) -> Members.attribute(value, given.text("name"))));
  }

  private static void text(
      Map<String, Operation> all,
      String name,
      List<String> parameters,
      Operation.Body<String> body) {
    all.put(name, Operation.ofText(name, parameters, body));
  }

  private static void add(
      Map<String, Operation> all,
      String name,
      List<String> parameters,
      Operation.Body<Object> body) {
    all.put(name, Operation.of(name, parameters, body));
  }

  private static Object json(Object value, Arguments.Bound given, Budget budget) {
    Object indent = given.get("indent", None.NONE);
    String unit = null;
    if (indent instanceof String text) {
      unit = text;
    } else if (indent != None.NONE) {
      unit = (String) Operators.arithmetic("*", " ", indent, budget);
    }
    String comma = unit == null ? ", " : ",";
    String colon = ": ";
    if (given.get("separators", None.NONE) instanceof List<?> separators
        && separators.size() == 2
        && separators.get(0) instanceof String first
        && separators.get(1) instanceof String second) {
      comma = first;
      colon = second;
    }
    return new Json(given.flag("ensure_ascii"), given.flag("sort_keys"), unit, comma, colon, budget)
        .write(value);
  }

  private static String indent(
      String text, Object width, boolean first, boolean blank, Budget budget) {
    String unit =
        width instanceof String given
            ? given
            : (String) Operators.arithmetic("*", " ", width, budget);
    StringBuilder indented = new StringBuilder();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      indented.append(i == 0 ? "" : "\n");
      if (i == 0 ? first : blank || !lines[i].isEmpty()) {
        indented.append(budget.made(unit));
      }
      indented.append(lines[i]);
    }
    return indented.toString();
  }

  private static String escape(String text, Budget budget) {
    String escaped = text;
    for (Map.Entry<String, String> entry :
        List.of(
            Map.entry("&", "&amp;"),
            Map.entry("<", "&lt;"),
            Map.entry(">", "&gt;"),
            Map.entry("\"", "&#34;"),
            Map.entry("'", "&#39;"))) {
      escaped = StringMethods.replace(escaped, entry.getKey(), entry.getValue(), -1, budget);
    }
    return escaped;
  }

  private static Object whole(Object value, Object otherwise, int base) {
    if (value instanceof Double number) {
      return number.longValue();
    } else if (Numbers.is(value)) {
      return Numbers.whole(value);
    } else if (value instanceof String text) {
      try {
        return Long.parseLong(Spaces.strip(text), base);
      } catch (NumberFormatException e) {
        return real(value, otherwise) instanceof Double number ? number.longValue() : otherwise;
      }
    }
    return otherwise;
  }

  private static Object real(Object value, Object otherwise) {
    if (Numbers.is(value)) {
      return value instanceof Double ? value : (Object) (double) Numbers.whole(value);
    } else if (value instanceof String text
        && text.length() < 100
        && text.matches("\\s*[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?\\s*")) {
      return Double.parseDouble(text.strip());
    }
    return otherwise;
  }

  /** Returns a list in the other order. */
  static List<Object> reversed(List<Object> list) {
    List<Object> other = new ArrayList<>(list);
    Collections.reverse(other);
    return other;
  }
}
