package dev.yiben.inference.template.jinja;

import java.util.List;

/** What {@code loop} says inside of a {@code for}. */
final class Loop implements Function {
  private final List<Object> elements;
  private final long depth;
  private final Function recursion;
  private int index;
  private Object shown;

  /**
   * Creates a loop before its first element.
   *
   * @param depth from 1
   * @param recursion what calling the loop does
   */
  Loop(List<Object> elements, long depth, Function recursion) {
    this.elements = elements;
    this.depth = depth;
    this.recursion = recursion;
  }

  void at(int element) {
    index = element;
  }

  long depth() {
    return depth;
  }

  @Override
  public Object call(Arguments arguments, Budget budget) {
    return recursion.call(arguments, budget);
  }

  Object attribute(String name) {
    long last = elements.size() - 1L;
    return switch (name) {
      case "index" -> index + 1L;
      case "index0" -> (long) index;
      case "revindex" -> last - index + 1;
      case "revindex0" -> last - index;
      case "first" -> index == 0;
      case "last" -> index == last;
      case "length" -> last + 1;
      case "depth" -> depth;
      case "depth0" -> depth - 1;
      case "previtem" -> index == 0 ? missing("previous") : elements.get(index - 1);
      case "nextitem" -> index == last ? missing("next") : elements.get(index + 1);
      case "cycle" -> (Function) (arguments, budget) -> cycled(arguments.positional());
      case "changed" -> (Function) (arguments, budget) -> changed(arguments.positional(), budget);
      default -> Undefined.member(this, name);
    };
  }

  private static Undefined missing(String which) {
    return new Undefined("there is no " + which + " element");
  }

  private Object cycled(List<Object> values) {
    if (values.isEmpty()) {
      throw new JinjaException("a cycle needs elements");
    }
    return values.get(index % values.size());
  }

  private boolean changed(Object values, Budget budget) {
    boolean same = shown != null && Values.equal(shown, values, budget);
    shown = values;
    return !same;
  }
}
