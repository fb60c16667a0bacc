package dev.yiben.inference.template.jinja;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The filters that take a list, or what can be iterated over as one. */
final class ListFilters {
  static final Map<String, Operation> ALL =
      Map.ofEntries(
          Map.entry(
              "length",
              Operation.of("length", List.of(), (value, given, budget) -> Values.length(value))),
          Map.entry(
              "count",
              Operation.of("count", List.of(), (value, given, budget) -> Values.length(value))),
          entry("list", List.of(), (list, given, budget) -> list),
          entry("first", List.of(), (list, given, budget) -> at(list, 0)),
          entry("last", List.of(), (list, given, budget) -> at(list, list.size() - 1)),
          Map.entry("reverse", Operation.of("reverse", List.of(), ListFilters::reverse)),
          entry(
              "join",
              List.of("d", "attribute"),
              (list, given, budget) ->
                  StringMethods.join(
                      Texts.plain(given.get("d", ""), budget), keys(list, given, budget), budget)),
          entry("sum", List.of("attribute", "start"), ListFilters::sum),
          entry(
              "min",
              List.of("case_sensitive", "attribute"),
              (list, given, budget) -> at(sorted(list, given, budget), 0)),
          entry(
              "max",
              List.of("case_sensitive", "attribute"),
              (list, given, budget) ->
                  at(Filters.reversed(sorted(Filters.reversed(list), given, budget)), 0)),
          entry(
              "sort",
              List.of("reverse", "case_sensitive", "attribute"),
              (list, given, budget) ->
                  given.flag("reverse")
                      ? Filters.reversed(sorted(Filters.reversed(list), given, budget))
                      : sorted(list, given, budget)),
          entry("unique", List.of("case_sensitive", "attribute"), ListFilters::unique),
          entry("batch", List.of("linecount", "fill_with"), ListFilters::batch),
          entry("groupby", List.of("attribute", "default", "case_sensitive"), ListFilters::group),
          Map.entry(
              "items",
              Operation.of(
                  "items",
                  List.of(),
                  (value, given, budget) -> {
                    if (value instanceof Undefined) {
                      return List.of();
                    } else if (value instanceof Map<?, ?> map) {
                      return CollectionMethods.items(map, budget);
                    }
                    throw new JinjaException("only a dictionary has items");
                  })),
          Map.entry(
              "dictsort",
              Operation.of(
                  "dictsort",
                  List.of("case_sensitive", "by", "reverse"),
                  ListFilters::sortedItems)),
          Map.entry("map", ListFilters::map),
          Map.entry("select", (value, arguments, budget) -> select(value, arguments, true, budget)),
          Map.entry(
              "reject", (value, arguments, budget) -> select(value, arguments, false, budget)),
          Map.entry(
              "selectattr",
              (value, arguments, budget) -> selectByAttribute(value, arguments, true, budget)),
          Map.entry(
              "rejectattr",
              (value, arguments, budget) -> selectByAttribute(value, arguments, false, budget)));

  private ListFilters() {}

  private static Map.Entry<String, Operation> entry(
      String name, List<String> parameters, Operation.Body<List<Object>> body) {
    return Map.entry(
        name,
        Operation.of(
            name,
            parameters,
            (value, given, budget) -> body.apply(Values.elements(value, budget), given, budget)));
  }

  private static Object at(List<Object> list, int index) {
    return list.isEmpty() ? new Undefined("an empty list has no elements") : list.get(index);
  }

  private static Object reverse(Object value, Arguments.Bound given, Budget budget) {
    return value instanceof String text
        ? Splits.reversed(text)
        : Filters.reversed(Values.elements(value, budget));
  }

  /** Returns {@code a.b.0} of a value. */
  private static Object attribute(Object value, Object path, Budget budget) {
    Object result = value;
    for (String name : Texts.plain(path, budget).split("\\.", -1)) {
      budget.spend(1);
      result =
          name.matches("\\d{1,9}")
              ? Members.item(result, Long.parseLong(name), budget)
              : Members.item(result, name, budget);
    }
    return result;
  }

  private static List<Object> keys(List<Object> list, Arguments.Bound given, Budget budget) {
    if (given.get("attribute", None.NONE) == None.NONE) {
      return list;
    }
    List<Object> keys = new ArrayList<>();
    list.forEach(element -> keys.add(attribute(element, given.get("attribute"), budget)));
    return keys;
  }

  private static Object folded(Object value, Arguments.Bound given) {
    return value instanceof String text && !given.flag("case_sensitive")
        ? text.toLowerCase(Locale.ROOT)
        : value;
  }

  private static List<Object> sorted(List<Object> list, Arguments.Bound given, Budget budget) {
    record Keyed(Object key, Object element) {}
    List<Object> keys = keys(list, given, budget);
    List<Keyed> keyed = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      keyed.add(new Keyed(folded(keys.get(i), given), list.get(i)));
    }
    Comparator<Keyed> order = (one, other) -> Values.compare(one.key(), other.key(), budget);
    keyed.sort(order);
    List<Object> sorted = new ArrayList<>();
    keyed.forEach(element -> sorted.add(element.element()));
    return sorted;
  }

  private static Object sum(List<Object> list, Arguments.Bound given, Budget budget) {
    Object sum = given.get("start", 0L);
    for (Object number : keys(list, given, budget)) {
      sum = Operators.arithmetic("+", sum, number, budget);
    }
    return sum;
  }

  private static Object unique(List<Object> list, Arguments.Bound given, Budget budget) {
    List<Object> keys = keys(list, given, budget);
    List<Object> seen = new ArrayList<>();
    List<Object> unique = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      Object key = folded(keys.get(i), given);
      if (!Values.contains(seen, key, budget)) {
        seen.add(key);
        unique.add(list.get(i));
      }
    }
    return unique;
  }

  private static Object batch(List<Object> list, Arguments.Bound given, Budget budget) {
    int size = (int) Math.max(1, Math.min(given.number("linecount", 1), 1 << 20));
    List<Object> batches = new ArrayList<>();
    for (int from = 0; from < list.size(); from += size) {
      List<Object> batch = new ArrayList<>(list.subList(from, Math.min(list.size(), from + size)));
      while (given.get("fill_with", None.NONE) != None.NONE && batch.size() < size) {
        budget.spend(1);
        batch.add(given.get("fill_with"));
      }
      batches.add(batch);
    }
    return batches;
  }

  private static Object group(List<Object> list, Arguments.Bound given, Budget budget) {
    Map<Object, List<Object>> groups = new LinkedHashMap<>();
    for (Object element : sorted(list, given, budget)) {
      Object key = attribute(element, given.get("attribute"), budget);
      groups
          .computeIfAbsent(
              key instanceof Undefined ? given.get("default", key) : key, any -> new ArrayList<>())
          .add(element);
    }
    List<Object> pairs = new ArrayList<>();
    groups.forEach((key, elements) -> pairs.add(new Tuple(List.of(key, elements))));
    return pairs;
  }

  private static Object sortedItems(Object value, Arguments.Bound given, Budget budget) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new JinjaException("only a dictionary can be sorted as one");
    }
    int by = given.text("by", "key").equals("value") ? 1 : 0;
    List<Object> items = CollectionMethods.items(map, budget);
    Comparator<Object> order =
        (one, other) ->
            Values.compare(
                folded(((List<?>) one).get(by), given),
                folded(((List<?>) other).get(by), given),
                budget);
    items.sort(given.flag("reverse") ? order.reversed() : order);
    return items;
  }

  /** Returns the elements; what is empty need not have any. */
  private static List<Object> given(Object value, Budget budget) {
    return Values.truth(value) ? Values.elements(value, budget) : List.of();
  }

  private static Object map(Object value, Arguments arguments, Budget budget) {
    List<Object> results = new ArrayList<>();
    for (Object element : given(value, budget)) {
      if (arguments.positional().isEmpty()) {
        Arguments.Bound given = arguments.bind("map", List.of("attribute", "default"));
        Object found = attribute(element, given.get("attribute"), budget);
        results.add(found instanceof Undefined ? given.get("default", found) : found);
      } else {
        results.add(
            Filters.apply(
                Texts.plain(arguments.first("map"), budget), element, arguments.from(1), budget));
      }
    }
    return results;
  }

  private static Object select(Object value, Arguments arguments, boolean wanted, Budget budget) {
    List<Object> results = new ArrayList<>();
    for (Object element : given(value, budget)) {
      if (passes(element, arguments, budget) == wanted) {
        results.add(element);
      }
    }
    return results;
  }

  private static Object selectByAttribute(
      Object value, Arguments arguments, boolean wanted, Budget budget) {
    Object path = arguments.first("selectattr");
    List<Object> results = new ArrayList<>();
    for (Object element : given(value, budget)) {
      if (passes(attribute(element, path, budget), arguments.from(1), budget) == wanted) {
        results.add(element);
      }
    }
    return results;
  }

  private static boolean passes(Object value, Arguments arguments, Budget budget) {
    return arguments.positional().isEmpty()
        ? Values.truth(value)
        : Tests.passes(
            Texts.plain(arguments.first("select"), budget), value, arguments.from(1), budget);
  }
}
