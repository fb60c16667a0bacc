package dev.yiben.inference.template.jinja;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The functions that every template has. */
final class Globals {
  private Globals() {}

  static Map<String, Object> functions(LocalDate today) {
    Map<String, Object> functions = new HashMap<>();
    add(functions, "range", Globals::range);
    add(functions, "dict", (arguments, budget) -> dictionary("dict", arguments));
    add(
        functions,
        "namespace",
        (arguments, budget) -> {
          Map<String, Object> variables = new HashMap<>();
          dictionary("namespace", arguments)
              .forEach((name, value) -> variables.put(Texts.plain(name, budget), value));
          return new Namespace(variables);
        });
    add(functions, "joiner", (arguments, budget) -> joiner(arguments));
    add(
        functions,
        "raise_exception",
        (arguments, budget) -> {
          throw new JinjaException(Texts.plain(arguments.first("raise_exception"), budget));
        });
    add(
        functions,
        "strftime_now",
        (arguments, budget) ->
            DateFormat.format(today, Texts.plain(arguments.first("strftime_now"), budget)));
    return functions;
  }

  private static void add(Map<String, Object> functions, String name, Function function) {
    functions.put(name, function);
  }

  private static Object range(Arguments arguments, Budget budget) {
    List<Long> bounds = arguments.positional().stream().map(Numbers::whole).toList();
    if (bounds.isEmpty() || bounds.size() > 3 || !arguments.named().isEmpty()) {
      throw new JinjaException("range takes 1 to 3 whole numbers");
    }
    long start = bounds.size() == 1 ? 0 : bounds.get(0);
    long stop = bounds.get(bounds.size() == 1 ? 0 : 1);
    long step = bounds.size() == 3 ? bounds.get(2) : 1;
    if (step == 0) {
      throw new JinjaException("the step of a range is 0");
    }
    List<Object> numbers = new ArrayList<>();
    for (long number = start; step > 0 ? number < stop : number > stop; number += step) {
      budget.spendElements(1);
      numbers.add(number);
    }
    return numbers;
  }

  private static Map<Object, Object> dictionary(String name, Arguments arguments) {
    Map<Object, Object> dictionary = new LinkedHashMap<>();
    if (arguments.positional().size() > 1) {
      throw new JinjaException(name + " takes one dictionary");
    }
    for (Object given : arguments.positional()) {
      if (!(given instanceof Map<?, ?> map)) {
        throw new JinjaException(name + " takes a dictionary");
      }
      dictionary.putAll(map);
    }
    dictionary.putAll(arguments.named());
    return dictionary;
  }

  private static Function joiner(Arguments arguments) {
    Object separator = arguments.bind("joiner", List.of("sep")).get("sep", ", ");
    boolean[] used = {false};
    return (none, budget) -> {
      Object result = used[0] ? separator : "";
      used[0] = true;
      return result;
    };
  }
}
