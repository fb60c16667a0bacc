package dev.yiben.inference.template.jinja;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as C's {@code strftime} writes them in English, at midnight. */
final class DateFormat {
  private static final Map<String, String> PATTERNS =
      Map.ofEntries(
          Map.entry("a", "EEE"),
          Map.entry("A", "EEEE"),
          Map.entry("b", "MMM"),
          Map.entry("B", "MMMM"),
          Map.entry("d", "dd"),
          Map.entry("D", "MM/dd/yy"),
          Map.entry("F", "yyyy-MM-dd"),
          Map.entry("H", "HH"),
          Map.entry("I", "hh"),
          Map.entry("j", "DDD"),
          Map.entry("m", "MM"),
          Map.entry("M", "mm"),
          Map.entry("p", "a"),
          Map.entry("S", "ss"),
          Map.entry("T", "HH:mm:ss"),
          Map.entry("y", "yy"),
          Map.entry("Y", "yyyy"));

  // A hyphen takes leading zeros away.
  private static final Pattern FIELD = Pattern.compile("%(-?)(.?)", Pattern.DOTALL);

  private DateFormat() {}

  static String format(LocalDate date, String format) {
    return FIELD
        .matcher(format)
        .replaceAll(field -> Matcher.quoteReplacement(field(date, field.group(1), field.group(2))));
  }

  private static String field(LocalDate date, String sign, String type) {
    if (type.equals("%")) {
      return "%";
    }
    String pattern = PATTERNS.get(type);
    if (pattern == null) {
      throw new JinjaException("strftime_now does not know '%" + type + "'");
    }
    String text = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(date.atStartOfDay());
    return sign.isEmpty() ? text : text.replaceFirst("^0+(?=.)", "");
  }
}
