package dev.yiben.inference.template.jinja;

import java.util.Collection;
import java.util.Map;

/**
 * How much a template may still do.
 *
 * <p>Work is counted rather than timed, so that a template fails everywhere or nowhere: one for
 * each step, and one for each character or element of what is made.
 */
final class Budget {
  private static final long WORK = 20_000_000;
  private static final int DEPTH = 300;

  private long left = WORK;
  private int depth;

  /** Takes so much, before it is done. */
  void spend(long work) {
    if (work > left) {
      throw new JinjaException("the template does too much");
    }
    left -= work;
  }

  /** Takes the size of what has been made. */
  <T> T made(T value) {
    if (value instanceof String text) {
      spend(text.length());
    } else if (value instanceof Collection<?> elements) {
      spend(elements.size());
    } else if (value instanceof Map<?, ?> entries) {
      spend(entries.size());
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
