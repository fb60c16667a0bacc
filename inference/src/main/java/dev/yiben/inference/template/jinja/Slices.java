package dev.yiben.inference.template.jinja;

import java.util.ArrayList;
import java.util.List;

/** Python's {@code value[start:stop:step]}. */
final class Slices {
  private Slices() {}

  static Object slice(Object value, Object start, Object stop, Object step, Budget budget) {
    if (value instanceof Undefined undefined) {
      throw undefined.refused();
    } else if (!(value instanceof String) && !(value instanceof List)) {
      return new Undefined("'" + Values.type(value) + "' object cannot be cut");
    }
    List<Object> all = Values.elements(value, budget);
    List<Object> part = new ArrayList<>();
    long stride = step == None.NONE ? 1 : Numbers.whole(step);
    if (stride == 0) {
      throw new JinjaException("the step of a slice is 0");
    }
    boolean forward = stride > 0;
    long from = bound(start, forward ? 0 : all.size() - 1, all.size(), forward);
    long to = bound(stop, forward ? all.size() : -1, all.size(), forward);
    // A step that is larger than any list needs no exact addition.
    long bounded = Math.max(-Integer.MAX_VALUE, Math.min(Integer.MAX_VALUE, stride));
    for (long at = from; forward ? at < to : at > to; at += bounded) {
      part.add(all.get((int) at));
    }
    if (value instanceof List) {
      return value instanceof Tuple ? new Tuple(part) : part;
    }
    StringBuilder text = new StringBuilder();
    part.forEach(text::append);
    return text.toString();
  }

  private static long bound(Object value, long otherwise, int size, boolean forward) {
    if (value == None.NONE) {
      return otherwise;
    }
    long index = Numbers.whole(value);
    long place = index < 0 ? index + size : index;
    return forward ? Math.max(0, Math.min(place, size)) : Math.max(-1, Math.min(place, size - 1));
  }
}
