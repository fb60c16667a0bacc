package dev.yiben.inference.template.jinja;

import java.util.ArrayList;
import java.util.List;

/** What the operators between two values make of them. */
final class Operators {
  private Operators() {}

  /** Returns the result of an operator of arithmetic. */
  static Object arithmetic(String operator, Object left, Object right, Budget budget) {
    if (Numbers.is(left) && Numbers.is(right)) {
      return Numbers.apply(operator, left, right);
    } else if (operator.equals("+")
        && left instanceof String text
        && right instanceof String more) {
      budget.spend((long) text.length() + more.length());
      return text + more;
    } else if (operator.equals("+")
        && left instanceof List<?> list
        && right instanceof List<?> more
        && Values.type(left).equals(Values.type(right))) {
      budget.spendElements((long) list.size() + more.size());
      List<Object> all = new ArrayList<>(list);
      all.addAll(more);
      return left instanceof Tuple ? new Tuple(all) : all;
    } else if (operator.equals("*") && Numbers.isWhole(left)) {
      return repeated(right, left, budget);
    } else if (operator.equals("*")) {
      return repeated(left, right, budget);
    } else if (operator.equals("%") && left instanceof String text) {
      return Format.percent(text, right, budget);
    }
    throw refused(operator, left, right);
  }

  private static Object repeated(Object value, Object times, Budget budget) {
    if (!Numbers.isWhole(times)) {
      throw refused("*", value, times);
    }
    long number = Math.max(0, Math.min(Numbers.whole(times), Integer.MAX_VALUE));
    if (value instanceof String text) {
      budget.spend(Math.max(text.length(), 1) * number);
      return text.repeat((int) number);
    } else if (value instanceof List<?> list) {
      budget.spendElements(Math.max(list.size(), 1) * number);
      List<Object> all = new ArrayList<>();
      for (int i = 0; i < number; i++) {
        all.addAll(list);
      }
      return value instanceof Tuple ? new Tuple(all) : all;
    }
    throw refused("*", value, times);
  }

  private static JinjaException refused(String operator, Object left, Object right) {
    for (Object value : new Object[] {left, right}) {
      if (value instanceof Undefined undefined) {
        return undefined.refused();
      }
    }
    return new JinjaException(
        "'"
            + operator
            + "' cannot join '"
            + Values.type(left)
            + "' and '"
            + Values.type(right)
            + "'");
  }

  /** Returns whether a comparison holds. */
  static boolean compares(String operator, Object left, Object right, Budget budget) {
    return switch (operator) {
      case "==" -> Values.equal(left, right, budget);
      case "!=" -> !Values.equal(left, right, budget);
      case "<" -> Values.compare(left, right, budget) < 0;
      case "<=" -> Values.compare(left, right, budget) <= 0;
      case ">" -> Values.compare(left, right, budget) > 0;
      case ">=" -> Values.compare(left, right, budget) >= 0;
      case "in" -> Values.contains(right, left, budget);
      case "not in" -> !Values.contains(right, left, budget);
      default -> throw new IllegalArgumentException(operator);
    };
  }
}
