package dev.yiben.formats.format.lrc;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times in brackets, such as {@code [01:02.34]}, {@code [01:02]} or {@code [01:02:34]}, also with
 * wide brackets or colons and with a closing bracket that is missing.
 */
final class TimeTag {
  private static final String TIME =
      "\\s?+-?(?<minutes>\\d{1,3}+)\\s?+[:：.](?:\\s?+)(?<seconds>\\d{1,2}+)"
          + "(?:[.,:：](?<fraction>\\d{1,3}+))?+\\s?+";
  static final Pattern LEADING =
      Pattern.compile(
          "[\\s\\p{Cf}\\x00]*+[\\[［]" + TIME + "(?:(?<closed>[\\]］])|(?![\\d:.,\\]］]))");

  /** Times within a line, of words. */
  static final Pattern WITHIN =
      Pattern.compile(
          "(?:<\\s?+\\d{1,3}+:\\d{1,2}+(?:[.,:]\\d{1,3}+)?+\\s?+>"
              + "|[\\[［]\\s?+\\d{1,3}+[:：]\\d{1,2}+(?:[.,:：]\\d{1,3}+)?+\\s?+[\\]］])");

  private TimeTag() {}

  /** Returns the time that {@link #LEADING} has found, in milliseconds. */
  static long millis(Matcher leading) {
    long seconds =
        Long.parseLong(leading.group("minutes")) * 60 + Long.parseLong(leading.group("seconds"));
    String fraction = leading.group("fraction") == null ? "0" : leading.group("fraction");
    return seconds * 1000 + Long.parseLong((fraction + "00").substring(0, 3));
  }
}
