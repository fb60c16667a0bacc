package dev.yiben.inference.template.jinja;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Python's texts with places to be filled: {@code '%s' % value} and {@code '{}'.format(value)}. */
final class Format {
  private static final Pattern PERCENT = Pattern.compile("%(?:(%)|(?:\\.(\\d{1,2}))?(.))");
  private static final Pattern BRACES = Pattern.compile("\\{\\{|\\}\\}|\\{(\\w*)\\}|[{}]");

  private Format() {}

  static String percent(String format, Object given, Budget budget) {
    List<?> values = given instanceof Tuple tuple ? tuple : List.of(given);
    // What has elements may be there for places that name them.
    boolean named = given instanceof Undefined || Values.type(given).matches("list|dict");
    StringBuilder text = new StringBuilder();
    Matcher place = PERCENT.matcher(format);
    int next = 0;
    while (place.find()) {
      String filled = "%";
      if (place.group(1) == null) {
        if (next == values.size()) {
          throw new JinjaException("a format has more places than values");
        }
        filled = one(place.group(3), place.group(2), values.get(next), budget);
        next++;
      }
      place.appendReplacement(text, Matcher.quoteReplacement(budget.made(filled)));
    }
    if (next < values.size() && !named) {
      throw new JinjaException("a format has fewer places than values");
    }
    return place.appendTail(text).toString();
  }

  private static String one(String type, String digits, Object value, Budget budget) {
    return switch (type) {
      case "s" -> Texts.plain(value, budget);
      case "r" -> Texts.shown(value, budget);
      case "d", "i" -> String.valueOf(Numbers.whole(value));
      case "f" ->
          String.format(
              Locale.ROOT,
              "%." + (digits == null ? "6" : digits) + "f",
              value instanceof Double number ? number : (double) Numbers.whole(value));
      default -> throw new JinjaException("the format '%" + type + "' is not known");
    };
  }

  static String braces(String format, Arguments arguments, Budget budget) {
    StringBuilder text = new StringBuilder();
    Matcher place = BRACES.matcher(format);
    int next = 0;
    while (place.find()) {
      String filled = place.group().substring(1);
      if (place.group(1) != null) {
        String key = place.group(1);
        filled = Texts.plain(value(key.isEmpty() ? String.valueOf(next) : key, arguments), budget);
        next++;
      } else if (place.group().length() == 1) {
        throw new JinjaException("a format has a place that is not known");
      }
      place.appendReplacement(text, Matcher.quoteReplacement(budget.made(filled)));
    }
    return place.appendTail(text).toString();
  }

  private static Object value(String key, Arguments arguments) {
    Object value = arguments.named().get(key);
    if (key.matches("\\d{1,3}") && Integer.parseInt(key) < arguments.positional().size()) {
      value = arguments.positional().get(Integer.parseInt(key));
    }
    if (value == null) {
      throw new JinjaException("a format has more places than values");
    }
    return value;
  }
}
