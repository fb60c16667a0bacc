package dev.yiben.inference.template.jinja;

import java.util.Collection;
import java.util.Map;

/**
 * How much a template may still do.
 *
 * <p>Work is counted rather than timed, so that a template fails everywhere or nowhere: one for
 * each step and each character that is made, and more for each element, which takes more memory.
 */
final class Budget {
  private static final long WORK = 4_000_000;
  private static final long ELEMENT = 8;
  private static final int DEPTH = 200;

  private long left = WORK;
  private int depth;

  /** Takes so much, before it is done. */
  void spend(long work) {
    if (work > left) {
      throw new JinjaException("the template does too much");
    }
    left -= work;
  }

  /** Takes the work of so many elements. */
  void spendElements(long count) {
    spend(count > WORK ? WORK + 1 : count * ELEMENT);
  }

  /** Takes the size of what has been made. */
  <T> T made(T value) {
    if (value instanceof String text) {
      spend(text.length());
    } else if (value instanceof Collection<?> elements) {
      spendElements(elements.size());
    } else if (value instanceof Map<?, ?> entries) {
      spendElements(entries.size());
    }
    return value;
  }

  /** Goes one level deeper. */
  void enter() {
    spend(1);
    depth++;
    if (depth > DEPTH) {
      throw new JinjaException("the template is nested too deeply");
    }
  }

  void leave() {
    depth--;
  }
}
