package dev.yiben.cli.bench;

import java.util.Locale;

/**
 * A row of the table.
 *
 * @param what what was measured
 * @param value the ratio or number
 * @param details what it was made from
 * @param target the number that it should reach; empty for none
 * @param met whether it does
 */
record Figure(String what, String value, String details, String target, boolean met) {

  /** Returns a figure that should be at least so large. */
  static Figure atLeast(double target, String what, double value, String details) {
    return new Figure(what, number(value), details, ">= " + number(target), value >= target);
  }

  /** Returns a figure that should be at most so large. */
  static Figure atMost(double target, String what, double value, String details) {
    return new Figure(what, number(value), details, "<= " + number(target), value <= target);
  }

  /** Returns a figure without a target. */
  static Figure plain(String what, double value, String details) {
    return new Figure(what, number(value), details, "", true);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
