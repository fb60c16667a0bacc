package dev.yiben.inference.template.jinja;

import dev.yiben.inference.template.jinja.Arguments.Bound;
import java.util.List;

/** A filter, a test or a method: what is called on a value. */
interface Operation {
  Object apply(Object value, Arguments arguments, Budget budget);

  /** An operation on a value of some kind, with its arguments by name. */
  interface Body<T> {
    Object apply(T value, Bound arguments, Budget budget);
  }

  /** Returns an operation that takes these parameters. */
  static Operation of(String name, List<String> parameters, Body<Object> body) {
    return (value, arguments, budget) ->
        budget.made(body.apply(value, arguments.bind(name, parameters), budget));
  }

  /** Returns a filter of texts, to which everything is one. */
  static Operation ofText(String name, List<String> parameters, Body<String> body) {
    return of(
        name,
        parameters,
        (value, arguments, budget) -> body.apply(Texts.plain(value, budget), arguments, budget));
  }
}
