package dev.yiben.inference.template.jinja;

import java.util.List;
import java.util.Optional;

/**
 * {@code {% for %}}.
 *
 * @param condition on elements to be taken
 * @param otherwise what is done if there was no element
 */
record ForLoop(
    Target target,
    Expression list,
    Optional<Expression> condition,
    Statement body,
    Statement otherwise)
    implements Statement {
  @Override
  public Flow execute(Frame frame) {
    run(frame, list.evaluate(frame), 1);
    return Flow.NEXT;
  }

  private void run(Frame frame, Object over, long depth) {
    List<Object> elements = Values.elements(over, frame.budget());
    if (condition.isPresent()) {
      elements = elements.stream().filter(element -> isTaken(element, frame)).toList();
    }
    Loop loop =
        new Loop(
            elements,
            depth,
            (arguments, budget) -> {
              Frame inner = frame.capturing();
              run(inner, arguments.first("loop"), depth + 1);
              return inner.written();
            });
    // As in Jinja, a turn that is broken off does not count.
    boolean done = false;
    for (int i = 0; i < elements.size(); i++) {
      Frame inner = frame.inner();
      loop.at(i);
      inner.set("loop", loop);
      target.assign(inner, elements.get(i));
      Flow flow = body.execute(inner);
      done |= flow == Flow.NEXT;
      if (flow == Flow.BREAK) {
        break;
      }
    }
    if (!done) {
      otherwise.execute(frame.inner());
    }
  }

  private boolean isTaken(Object element, Frame frame) {
    Frame inner = frame.inner();
    target.assign(inner, element);
    return Values.truth(condition.orElseThrow().evaluate(inner));
  }
}
