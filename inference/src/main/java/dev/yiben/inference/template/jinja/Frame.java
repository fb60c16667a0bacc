package dev.yiben.inference.template.jinja;

import java.util.HashMap;
import java.util.Map;

/** The variables of a scope, those around it, and where it writes to. */
final class Frame {
  private final Frame outer;
  private final Map<String, Object> variables = new HashMap<>();
  private final StringBuilder output;
  private final Budget budget;

  private Frame(Frame outer, StringBuilder output, Budget budget) {
    this.outer = outer;
    this.output = output;
    this.budget = budget;
  }

  static Frame outermost(Budget budget) {
    return new Frame(null, new StringBuilder(), budget);
  }

  /** Returns a scope in this one. */
  Frame inner() {
    return new Frame(this, output, budget);
  }

  /** Returns a scope in this one that writes for itself. */
  Frame capturing() {
    return new Frame(this, new StringBuilder(), budget);
  }

  Object get(String name) {
    budget.spend(1);
    for (Frame frame = this; frame != null; frame = frame.outer) {
      Object value = frame.variables.get(name);
      if (value != null) {
        return value;
      }
    }
    return Undefined.variable(name);
  }

  void set(String name, Object value) {
    variables.put(name, value);
  }

  void write(String text) {
    output.append(budget.made(text));
  }

  String written() {
    return output.toString();
  }

  Budget budget() {
    return budget;
  }
}
