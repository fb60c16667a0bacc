package dev.yiben.inference.template.jinja;

import java.math.BigDecimal;

/** Python's numbers: whole ones, of 64 bits here, real ones, and truths, which count as 0 and 1. */
final class Numbers {
  private Numbers() {}

  static boolean is(Object value) {
    return value instanceof Number || value instanceof Boolean;
  }

  static boolean isWhole(Object value) {
    return value instanceof Long || value instanceof Boolean;
  }

  static int compare(Object left, Object right) {
    return both(left, right)
        ? Long.compare(whole(left), whole(right))
        : Double.compare(real(left), real(right));
  }

  static long whole(Object value) {
    if (value instanceof Boolean truth) {
      return truth ? 1 : 0;
    } else if (value instanceof Long number) {
      return number;
    }
    throw new JinjaException("'" + Values.type(value) + "' is no whole number");
  }

  private static double real(Object value) {
    return value instanceof Double number ? number : whole(value);
  }

  private static boolean both(Object left, Object right) {
    return !(left instanceof Double) && !(right instanceof Double);
  }

  /** Returns what an operator makes of two numbers. */
  static Object apply(String operator, Object left, Object right) {
    try {
      return both(left, right) && !operator.equals("/")
          ? ofWhole(operator, whole(left), whole(right))
          : ofReal(operator, real(left), real(right));
    } catch (ArithmeticException e) {
      throw new JinjaException("a number is too large or divided by zero");
    }
  }

  private static Object ofWhole(String operator, long left, long right) {
    return switch (operator) {
      case "+" -> Math.addExact(left, right);
      case "-" -> Math.subtractExact(left, right);
      case "*" -> Math.multiplyExact(left, right);
      case "//" -> Math.floorDiv(left, right);
      case "%" -> Math.floorMod(left, right);
      case "**" ->
          right < 0 ? (Object) Math.pow((double) left, (double) right) : power(left, right);
      default -> throw new IllegalArgumentException(operator);
    };
  }

  private static Object power(long base, long exponent) {
    // A larger one makes no difference to -1, 0 and 1, and is too large for all others.
    long times = exponent > Long.SIZE ? Long.SIZE + exponent % 2 : exponent;
    long result = 1;
    for (long i = 0; i < times; i++) {
      result = Math.multiplyExact(result, base);
    }
    return result;
  }

  private static Object ofReal(String operator, double left, double right) {
    if (right == 0 && "//%".contains(operator)) {
      throw new ArithmeticException();
    }
    return switch (operator) {
      case "+" -> left + right;
      case "-" -> left - right;
      case "*" -> left * right;
      case "/" -> left / right;
      case "//" -> Math.floor(left / right);
      case "%" -> left - right * Math.floor(left / right);
      case "**" -> Math.pow(left, right);
      default -> throw new IllegalArgumentException(operator);
    };
  }

  static Object negative(Object value) {
    return value instanceof Double number ? (Object) (-number) : apply("-", 0L, value);
  }

  /** Returns a real number as Python writes it. */
  static String text(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return Double.isNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
    }
    BigDecimal exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    int exponent = exact.precision() - exact.scale() - 1;
    if (exact.signum() == 0 || (exponent >= -4 && exponent < 16)) {
      String plain = exact.toPlainString();
      return (1 / number < 0 && exact.signum() == 0 ? "-" : "")
          + (plain.contains(".") ? plain : plain + ".0");
    }
    String digits = exact.unscaledValue().abs().toString();
    String size = String.valueOf(Math.abs(exponent));
    return (exact.signum() < 0 ? "-" : "")
        + digits.charAt(0)
        + (digits.length() > 1 ? "." + digits.substring(1) : "")
        + (exponent < 0 ? "e-" : "e+")
        + (size.length() < 2 ? "0" + size : size);
  }
}
