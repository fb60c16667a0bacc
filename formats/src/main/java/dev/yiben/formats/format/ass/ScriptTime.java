package dev.yiben.formats.format.ass;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times such as {@code 0:01:02.34}: hours, minutes, seconds, hundredths. */
final class ScriptTime {
  private static final Pattern TIME =
      Pattern.compile("\\s*+(-?)(\\d{1,4})[:.](\\d{1,2})[:.](\\d{1,2})(?:[.,:;](\\d{1,3}))?+\\s*+");

  private ScriptTime() {}

  /** Returns a time in milliseconds; nothing if it cannot be read. */
  static OptionalLong parse(String field) {
    Matcher matcher = TIME.matcher(field);
    if (!matcher.matches()) {
      return OptionalLong.empty();
    }
    long seconds =
        (Long.parseLong(matcher.group(2)) * 60 + Long.parseLong(matcher.group(3))) * 60
            + Long.parseLong(matcher.group(4));
    String fraction = matcher.group(5) == null ? "0" : matcher.group(5);
    long millis = seconds * 1000 + Long.parseLong((fraction + "00").substring(0, 3));
    return OptionalLong.of(matcher.group(1).isEmpty() ? millis : 0);
  }
}
