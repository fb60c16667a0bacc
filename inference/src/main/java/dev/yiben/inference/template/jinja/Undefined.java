package dev.yiben.inference.template.jinja;

/**
 * What a name or member stands for that is not there: empty where it is written or iterated over,
 * an error where more is asked of it.
 *
 * @param reason why, such as {@code 'tools' is undefined}
 */
record Undefined(String reason) {
  static Undefined variable(String name) {
    return new Undefined("'" + name + "' is undefined");
  }

  static Undefined member(Object target, String name) {
    return new Undefined("'" + Values.type(target) + " object' has no attribute '" + name + "'");
  }

  JinjaException refused() {
    return new JinjaException(reason);
  }
}
