package dev.yiben.inference.template.jinja;

import java.util.List;

/** What a value can be assigned to. */
interface Target {
  void assign(Frame frame, Object value);

  static Target variable(String name) {
    return (frame, value) -> frame.set(name, value);
  }

  /** Returns a variable of a namespace. */
  static Target member(String namespace, String name) {
    return (frame, value) -> {
      if (!(frame.get(namespace) instanceof Namespace variables)) {
        throw new JinjaException("'" + namespace + "' is no namespace");
      }
      variables.set(name, value);
    };
  }

  /** Returns targets that take a value apart. */
  static Target all(List<Target> targets) {
    return (frame, value) -> {
      List<Object> values = Values.elements(value, frame.budget());
      if (values.size() != targets.size()) {
        throw new JinjaException(
            values.size() + " values cannot be given to " + targets.size() + " variables");
      }
      for (int i = 0; i < targets.size(); i++) {
        targets.get(i).assign(frame, values.get(i));
      }
    };
  }
}
