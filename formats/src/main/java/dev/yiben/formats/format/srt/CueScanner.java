package dev.yiben.formats.format.srt;

import dev.yiben.formats.cue.Oddities;
import dev.yiben.formats.cue.Oddity;
import dev.yiben.formats.cue.TimingLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the cues of a file by their timing lines, which are all that files have in common: numbers
 * may be missing or doubled, and so may the blank lines between cues.
 */
final class CueScanner {
  private static final String ARROWS = ">→＞";
  private static final String UNSEEN = "[\\s\\p{Cf}\\x00\\x7F]*+";
  private static final Pattern NUMBER = Pattern.compile(UNSEEN + "(\\d{1,9})" + UNSEEN);
  private static final Pattern REGULAR_TIMING =
      Pattern.compile(
          "\\d\\d:[0-5]\\d:[0-5]\\d,\\d{3} --> \\d\\d:[0-5]\\d:[0-5]\\d,\\d{3}(?=[ \\t]|$).*");

  /** The beginning of a timing line at the end of a file that is cut off. */
  private static final Pattern CUT_TIMING = Pattern.compile("\\d{1,3}[:.,][\\d:.,; \\t>-]*+");

  private static final Pattern BLANK_LINE = Pattern.compile("(?:(?>\\R)|^)[ \\t]*+(?>\\R)");
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}\u200B\u2060\uFEFF&&[^\\t\\r\\n]]");

  private final String text;
  private final Oddities oddities;
  private final List<Cue> cues = new ArrayList<>();

  private int cueStart = -1;
  private TimingLine cueTiming;
  private int cueTextStart;

  /**
   * The last line that is not blank, since the last timing line; no line if its end is negative.
   */
  private int lastStart;

  private int lastEnd = -1;

  /** Whether no blank line follows the last line, which may be a timing line. */
  private boolean lastIsAdjacent;

  private boolean lastFollowsBlank;
  private long lastNumber;

  private CueScanner(String text, Oddities oddities) {
    this.text = text;
    this.oddities = oddities;
  }

  /** Returns the cues; none if there is no timing line. */
  static List<Cue> scan(String text, Oddities oddities) {
    CueScanner scanner = new CueScanner(text, oddities);
    int position = 0;
    while (position < text.length()) {
      int end = position;
      boolean hasArrow = false;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        hasArrow |= ARROWS.indexOf(text.charAt(end)) >= 0;
        end++;
      }
      int next = Math.min(text.length(), end + (text.startsWith("\r\n", end) ? 2 : 1));
      scanner.line(
          position, end, next, hasArrow ? TimingLine.parse(text, position, end) : Optional.empty());
      position = next;
    }
    scanner.closeCue(scanner.end());
    return scanner.cues;
  }

  /** Returns whether a line may be taken for the number of a cue. */
  static boolean isNumber(String line) {
    return NUMBER.matcher(line).matches();
  }

  private void line(int start, int end, int next, Optional<TimingLine> timing) {
    if (timing.isPresent()) {
      Optional<Integer> number = numberLine();
      int cue = number.orElse(start);
      closeCue(cue);
      noteOddities(start, end, timing.get(), number);
      openCue(cue, timing.get(), next);
      lastEnd = -1;
      lastIsAdjacent = true;
    } else if (isBlank(start, end)) {
      lastIsAdjacent = false;
    } else {
      if (cueStart < 0 && !(hasNumber(text, start, end) && cues.isEmpty())) {
        oddities.add(Oddity.TEXT_BEFORE_FIRST_CUE, start);
      }
      lastStart = start;
      lastEnd = end;
      lastFollowsBlank = !lastIsAdjacent;
      lastIsAdjacent = true;
    }
  }

  /**
   * Returns where the number line of a cue begins whose timing line comes now.
   *
   * <p>A number right before the timing line is the cue's; one with blank lines between may be text
   * of the cue before, and is the cue's if it counts on.
   */
  private Optional<Integer> numberLine() {
    if (lastEnd < 0) {
      return Optional.empty();
    }
    Matcher matcher = NUMBER.matcher(text).region(lastStart, lastEnd);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(matcher.group(1));
    if (!lastIsAdjacent && cueStart >= 0 && number != lastNumber + 1) {
      return Optional.empty();
    }
    if (number != lastNumber + 1 && cueStart >= 0) {
      oddities.add(Oddity.NUMBER_OUT_OF_ORDER, lastStart);
    }
    lastNumber = number;
    return Optional.of(lastStart);
  }

  private static boolean hasNumber(String text, int start, int end) {
    return NUMBER.matcher(text).region(start, end).matches();
  }

  private void noteOddities(int start, int end, TimingLine timing, Optional<Integer> number) {
    if (number.isEmpty()) {
      oddities.add(Oddity.NO_NUMBER, start);
    }
    boolean begins = cueStart < 0 && lastEnd < 0;
    if (!begins && (number.isPresent() ? !lastFollowsBlank && cueStart >= 0 : lastIsAdjacent)) {
      oddities.add(Oddity.NO_BLANK_LINE, number.orElse(start));
    }
    if (timing.endMillis() < 0) {
      oddities.add(Oddity.NO_END, start);
    } else if (!REGULAR_TIMING.matcher(text).region(start, end).lookingAt()) {
      oddities.add(Oddity.ODD_TIMING, start);
    }
    if (timing.textStart().isPresent()) {
      oddities.add(Oddity.TEXT_ON_TIMING_LINE, start);
    }
  }

  /** Returns where the last cue ends: before a number that counts on, but has no cue. */
  private int end() {
    boolean hasText = cueStart >= 0 && lastEnd >= 0 && !isBlank(cueTextStart, lastStart);
    if (!hasText) {
      return text.length();
    }
    if (lastFollowsBlank && countsOn(lastStart, lastEnd)) {
      oddities.add(Oddity.NUMBER_WITHOUT_CUE, lastStart);
      return lastStart;
    }
    int before = lineBefore(lastStart);
    if (CUT_TIMING.matcher(text).region(lastStart, lastEnd).matches()
        && before > cueTextStart
        && countsOn(before, lastStart)) {
      oddities.add(Oddity.UNREADABLE_TIMING, lastStart);
      return before;
    }
    return text.length();
  }

  private boolean countsOn(int start, int end) {
    Matcher matcher = NUMBER.matcher(text).region(start, end);
    return matcher.matches() && Long.parseLong(matcher.group(1)) == lastNumber + 1;
  }

  private int lineBefore(int lineStart) {
    int start = lineStart - (text.startsWith("\r\n", lineStart - 2) ? 2 : 1);
    while (start > 0 && text.charAt(start - 1) != '\n' && text.charAt(start - 1) != '\r') {
      start--;
    }
    return Math.max(0, start);
  }

  private void openCue(int start, TimingLine timing, int next) {
    cueStart = start;
    cueTiming = timing;
    cueTextStart = timing.textStart().orElse(next);
  }

  private void closeCue(int end) {
    if (cueStart >= 0) {
      int last = end;
      while (last > cueTextStart && Character.isWhitespace(text.charAt(last - 1))) {
        last--;
      }
      if (last > cueTextStart) {
        if (BLANK_LINE.matcher(text).region(cueTextStart, last).find()) {
          oddities.add(Oddity.BLANK_LINE_IN_TEXT, cueStart);
        }
        if (CONTROL.matcher(text).region(cueTextStart, last).find()) {
          oddities.add(Oddity.CONTROL_CHARACTERS, cueStart);
        }
      }
      cues.add(
          new Cue(
              cues.size() + 1,
              cueTiming.startMillis(),
              cueTiming.endMillis(),
              cueStart,
              cueTextStart,
              Math.max(cueTextStart, end)));
    }
  }

  private boolean isBlank(int start, int end) {
    for (int i = start; i < end; i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
