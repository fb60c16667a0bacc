package dev.yiben.formats.cue;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that says when a cue shows, such as {@code 00:00:01,000 --> 00:00:02,500}, in any of the
 * spellings found in the wild: other separators and arrows, no hours, the number on the same line,
 * a position or even the text behind it.
 *
 * @param startMillis when the cue appears; negative if it cannot be told
 * @param endMillis when it disappears; negative if it cannot be told
 * @param textStart offset where the cue's text begins, on this line; empty if on the next
 */
public record TimingLine(long startMillis, long endMillis, Optional<Integer> textStart) {
  private static final Pattern SEPARATORS = Pattern.compile("[:.,;\uFF1A\uFF0E\uFF0C\uFF1B]");
  private static final String COLONS = ":;\uFF1A\uFF1B";
  private static final String SEPARATOR = "[ \\t]?[:.,;\uFF1A\uFF0E\uFF0C\uFF1B][ \\t]?";
  private static final String TIME = "-?\\d{1,3}(?:" + SEPARATOR + "\\d{1,9}){2,3}+";
  private static final String SHORT_TIME = "-?\\d{1,3}" + SEPARATOR + "\\d{1,3}";
  private static final Pattern TIMING =
      Pattern.compile(
          "[\\s\\p{Cf}\\x00\\x7F]*+(?:\\d{1,9}[ \\t]++(?=-?\\d))?+"
              + "(?:(?<start>"
              + TIME
              + ")[ \\t]*+(?:[-–—−=]{1,3}+[ \\t]?[>＞]|→)|(?<short>"
              + SHORT_TIME
              + ")[ \\t]*+(?:[-−=]{2,3}+|[–—])[>＞])"
              + "[ \\t]*+(?<end>"
              + TIME
              + "|"
              + SHORT_TIME
              + ")?+[\\d:.,;]*+");
  private static final Pattern SETTINGS =
      Pattern.compile("(?:[ \\t]++(?:[XY][12][ \\t]?:[ \\t]?\\d++|[a-z]++:[^\\s]++))*+\\s*+");

  /** Returns what a line says if it is one. */
  public static Optional<TimingLine> parse(String text, int start, int end) {
    Matcher matcher = TIMING.matcher(text).region(start, end);
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    String from = matcher.group("start") != null ? matcher.group("start") : matcher.group("short");
    String to = matcher.group("end");
    return Optional.of(
        new TimingLine(
            millis(from), to == null ? -1 : millis(to), textStart(text, matcher.end(), end)));
  }

  private static Optional<Integer> textStart(String text, int start, int end) {
    boolean hasText =
        !SETTINGS.matcher(text).region(start, end).matches()
            && text.substring(start, end).codePoints().anyMatch(Character::isLetter);
    return hasText ? Optional.of(start) : Optional.empty();
  }

  /**
   * Reads hours, minutes, seconds and thousandths, of which the first and last may be missing; two
   * digits after a third colon are frames, of which a second mostly has 25.
   */
  private static long millis(String time) {
    String[] fields = SEPARATORS.split(time, -1);
    int last = fields.length - 1;
    String end = fields[last].strip();
    char mark = time.charAt(time.length() - fields[last].length() - 1);
    boolean hasFraction = last == 3 || (last == 2 && end.length() >= 3 && COLONS.indexOf(mark) < 0);
    long seconds = 0;
    for (int i = 0; i < (hasFraction ? last : last + 1); i++) {
      seconds = seconds * 60 + Math.abs(Long.parseLong(fields[i].strip()));
    }
    if (!hasFraction) {
      return seconds * 1000;
    }
    boolean frames = COLONS.indexOf(mark) >= 0 && end.length() <= 2;
    return seconds * 1000
        + (frames ? Long.parseLong(end) * 40 : Long.parseLong((end + "00").substring(0, 3)));
  }
}
