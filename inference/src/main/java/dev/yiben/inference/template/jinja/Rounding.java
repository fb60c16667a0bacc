package dev.yiben.inference.template.jinja;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Real numbers with fewer digits. */
final class Rounding {
  private static final int MOST_DIGITS = 300;

  private Rounding() {}

  static Object round(Object value, long digits, String method) {
    RoundingMode mode =
        switch (method) {
          case "common" -> RoundingMode.HALF_EVEN;
          case "ceil" -> RoundingMode.CEILING;
          case "floor" -> RoundingMode.FLOOR;
          default -> throw new JinjaException("round does not know the method '" + method + "'");
        };
    if (Math.abs(digits) > MOST_DIGITS) {
      throw new JinjaException("round takes at most " + MOST_DIGITS + " digits");
    }
    if (method.equals("common") && digits >= 0 && Numbers.isWhole(value)) {
      return Numbers.whole(value);
    }
    double number = value instanceof Double real ? real : Numbers.whole(value);
    return Double.isFinite(number)
        ? Math.copySign(new BigDecimal(number).setScale((int) digits, mode).doubleValue(), number)
        : number;
  }
}
