package dev.yiben.inference.template.jinja;

import java.util.List;
import java.util.Optional;

/**
 * A part of a template that can be called.
 *
 * @param definition the scope it stands in
 */
record Macro(String name, List<Parameter> parameters, Statement body, Frame definition)
    implements Function {
  /** The parameter through which {@code {% call %}} gives what it encloses. */
  static final String CALLER = "caller";

  /** What a macro is given, and what it takes where nothing is given. */
  record Parameter(String name, Optional<Expression> otherwise) {}

  @Override
  public Object call(Arguments arguments, Budget budget) {
    budget.enter();
    Frame frame = definition.capturing();
    Object caller = arguments.named().get(CALLER);
    if (caller != null) {
      frame.set(CALLER, caller);
    }
    Arguments.Bound given =
        arguments.without(CALLER).bind(name, parameters.stream().map(Parameter::name).toList());
    for (Parameter parameter : parameters) {
      frame.set(
          parameter.name(),
          given.has(parameter.name())
              ? given.get(parameter.name())
              : parameter
                  .otherwise()
                  .map(value -> value.evaluate(frame))
                  .orElseGet(() -> Undefined.variable(parameter.name())));
    }
    body.execute(frame);
    budget.leave();
    return frame.written();
  }
}
