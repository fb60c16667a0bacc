package dev.yiben.inference.template.jinja;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** What a value can be tested for with {@code is}. */
final class Tests {
  static final Map<String, Operation> ALL =
      Map.ofEntries(
          entry("defined", value -> !(value instanceof Undefined)),
          entry("undefined", value -> value instanceof Undefined),
          entry("none", value -> value == None.NONE),
          entry("boolean", value -> value instanceof Boolean),
          entry("true", value -> value.equals(true)),
          entry("false", value -> value.equals(false)),
          entry("integer", value -> value instanceof Long),
          entry("float", value -> value instanceof Double),
          entry("number", Numbers::is),
          entry("string", value -> value instanceof String),
          entry("mapping", value -> value instanceof Map),
          entry("sequence", Tests::hasElements),
          entry("iterable", Tests::hasElements),
          entry("callable", value -> value instanceof Function || value instanceof Undefined),
          entry("escaped", value -> false),
          entry("even", value -> Numbers.compare(Numbers.apply("%", value, 2L), 0L) == 0),
          entry("odd", value -> Numbers.compare(Numbers.apply("%", value, 2L), 1L) == 0),
          ofText("lower", text -> text.equals(text.toLowerCase(Locale.ROOT))),
          ofText("upper", text -> text.equals(text.toUpperCase(Locale.ROOT))),
          entry("filter", value -> value instanceof String name && Filters.ALL.containsKey(name)),
          entry("test", value -> value instanceof String name && isTest(name)),
          with("divisibleby", Tests::isDivisible),
          comparison("eq", "=="),
          comparison("equalto", "=="),
          comparison("==", "=="),
          comparison("sameas", "=="),
          comparison("ne", "!="),
          comparison("!=", "!="),
          comparison("lt", "<"),
          comparison("lessthan", "<"),
          comparison("<", "<"),
          comparison("le", "<="),
          comparison("<=", "<="),
          comparison("gt", ">"),
          comparison("greaterthan", ">"),
          comparison(">", ">"),
          comparison("ge", ">="),
          comparison(">=", ">="),
          comparison("in", "in"));

  private Tests() {}

  /** Returns whether a value passes. */
  static boolean passes(String name, Object value, Arguments arguments, Budget budget) {
    Operation test = ALL.get(name);
    if (test == null) {
      throw new JinjaException("there is no test '" + name + "'");
    }
    return Values.truth(test.apply(value, arguments, budget));
  }

  private static boolean isTest(String name) {
    return ALL.containsKey(name);
  }

  private static boolean hasElements(Object value) {
    return value instanceof String
        || value instanceof List
        || value instanceof Map
        || value instanceof Undefined;
  }

  private static boolean isDivisible(Object value, Object by, Budget budget) {
    return Numbers.compare(Numbers.apply("%", value, by), 0L) == 0;
  }

  /** A test that has an argument. */
  private interface Comparison {
    boolean holds(Object value, Object other, Budget budget);
  }

  private static Map.Entry<String, Operation> entry(String name, Predicate<Object> test) {
    return Map.entry(
        name, Operation.of(name, List.of(), (value, arguments, budget) -> test.test(value)));
  }

  private static Map.Entry<String, Operation> ofText(String name, Predicate<String> test) {
    return Map.entry(
        name,
        Operation.ofText(
            name,
            List.of(),
            (text, arguments, budget) ->
                test.test(text)
                    && !text.toUpperCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT))));
  }

  private static Map.Entry<String, Operation> with(String name, Comparison test) {
    return Map.entry(
        name,
        Operation.of(
            name,
            List.of("other"),
            (value, arguments, budget) -> test.holds(value, arguments.get("other"), budget)));
  }

  private static Map.Entry<String, Operation> comparison(String name, String operator) {
    return with(name, (value, other, budget) -> Operators.compares(operator, value, other, budget));
  }
}
