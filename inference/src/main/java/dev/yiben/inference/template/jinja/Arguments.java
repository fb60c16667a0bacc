package dev.yiben.inference.template.jinja;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a function, filter, test or method is called with. */
record Arguments(List<Object> positional, Map<String, Object> named) {
  static final Arguments NONE = new Arguments(List.of(), Map.of());

  /**
   * Gives every argument the name of its parameter.
   *
   * @throws JinjaException if there are too many or some of another name
   */
  Bound bind(String function, List<String> parameters) {
    if (positional.size() > parameters.size()) {
      throw new JinjaException(
          function + " takes " + parameters.size() + " arguments, not " + positional.size());
    }
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < positional.size(); i++) {
      values.put(parameters.get(i), positional.get(i));
    }
    named.forEach(
        (name, value) -> {
          if (!parameters.contains(name) || values.put(name, value) != null) {
            throw new JinjaException(function + " takes no argument '" + name + "' here");
          }
        });
    return new Bound(function, values);
  }

  /** Returns the arguments behind the first ones. */
  Arguments from(int index) {
    return new Arguments(
        positional.subList(Math.min(index, positional.size()), positional.size()), named);
  }

  Arguments with(String name, Object value) {
    Map<String, Object> all = new HashMap<>(named);
    all.put(name, value);
    return new Arguments(positional, all);
  }

  Arguments without(String name) {
    Map<String, Object> others = new HashMap<>(named);
    others.remove(name);
    return new Arguments(positional, others);
  }

  /** Returns the first argument. */
  Object first(String function) {
    if (positional.isEmpty()) {
      throw new JinjaException(function + " takes an argument");
    }
    return positional.get(0);
  }

  /** Arguments by name. */
  record Bound(String function, Map<String, Object> values) {
    boolean has(String name) {
      return values.containsKey(name);
    }

    Object get(String name) {
      Object value = values.get(name);
      if (value == null) {
        throw new JinjaException(function + " lacks its argument '" + name + "'");
      }
      return value;
    }

    Object get(String name, Object otherwise) {
      return values.getOrDefault(name, otherwise);
    }

    String text(String name) {
      if (get(name) instanceof String text) {
        return text;
      }
      throw new JinjaException(function + " takes a text as '" + name + "'");
    }

    String text(String name, String otherwise) {
      return has(name) && values.get(name) != None.NONE ? text(name) : otherwise;
    }

    long number(String name, long otherwise) {
      return has(name) && values.get(name) != None.NONE ? Numbers.whole(get(name)) : otherwise;
    }

    boolean flag(String name) {
      return has(name) && Values.truth(get(name));
    }

    List<Object> list(String name, Budget budget) {
      return new ArrayList<>(Values.elements(get(name), budget));
    }
  }
}
