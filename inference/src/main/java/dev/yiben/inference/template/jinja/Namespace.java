package dev.yiben.inference.template.jinja;

import java.util.HashMap;
import java.util.Map;

/** Variables that inner scopes may set. */
final class Namespace {
  private final Map<String, Object> variables;

  Namespace(Map<String, Object> variables) {
    this.variables = new HashMap<>(variables);
  }

  Object get(String name) {
    Object value = variables.get(name);
    return value == null ? Undefined.member(this, name) : value;
  }

  void set(String name, Object value) {
    variables.put(name, value);
  }
}
