package dev.yiben.inference.template.jinja;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The arguments of a call, to be evaluated.
 *
 * @param lists behind {@code *}
 * @param maps behind {@code **}
 */
record CallArguments(
    List<Expression> positional,
    Map<String, Expression> named,
    List<Expression> lists,
    List<Expression> maps) {
  static final CallArguments NONE = new CallArguments(List.of(), Map.of(), List.of(), List.of());

  Arguments evaluate(Frame frame) {
    if (positional.isEmpty() && named.isEmpty() && lists.isEmpty() && maps.isEmpty()) {
      return Arguments.NONE;
    }
    List<Object> values = new ArrayList<>();
    positional.forEach(expression -> values.add(expression.evaluate(frame)));
    lists.forEach(
        expression -> values.addAll(Values.elements(expression.evaluate(frame), frame.budget())));
    Map<String, Object> byName = new HashMap<>();
    named.forEach((name, expression) -> byName.put(name, expression.evaluate(frame)));
    for (Expression expression : maps) {
      if (!(expression.evaluate(frame) instanceof Map<?, ?> map)) {
        throw new JinjaException("only a dictionary can stand behind '**'");
      }
      map.forEach((name, value) -> byName.put(Texts.plain(name, frame.budget()), value));
    }
    return new Arguments(values, byName);
  }
}
