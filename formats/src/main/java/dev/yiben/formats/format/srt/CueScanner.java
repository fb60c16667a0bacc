package dev.yiben.formats.format.srt;

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
  private static final Pattern NUMBER = Pattern.compile("[\\s\\p{Cf}]*+(\\d{1,9})[\\s\\p{Cf}]*+");

  private final String text;
  private final List<Cue> cues = new ArrayList<>();

  private int cueStart = -1;
  private TimingLine cueTiming;
  private int cueTextStart;

  /**
   * The last line that is not blank, since the last timing line; no line if its end is negative.
   */
  private int lastStart;

  private int lastEnd = -1;
  private boolean lastIsAdjacent;
  private long lastNumber;

  private CueScanner(String text) {
    this.text = text;
  }

  /** Returns the cues; none if there is no timing line. */
  static List<Cue> scan(String text) {
    CueScanner scanner = new CueScanner(text);
    int position = 0;
    while (position < text.length()) {
      int end = position;
      boolean hasArrow = false;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        hasArrow |= text.charAt(end) == '>' || text.charAt(end) == '→';
        end++;
      }
      int next = Math.min(text.length(), end + (text.startsWith("\r\n", end) ? 2 : 1));
      scanner.line(
          position, end, next, hasArrow ? TimingLine.parse(text, position, end) : Optional.empty());
      position = next;
    }
    scanner.closeCue(text.length());
    return scanner.cues;
  }

  /** Returns whether a line is a timing line, or may be taken for the number of a cue. */
  static boolean isStructure(String text, int start, int end) {
    return NUMBER.matcher(text).region(start, end).matches()
        || TimingLine.parse(text, start, end).isPresent();
  }

  private void line(int start, int end, int next, Optional<TimingLine> timing) {
    if (timing.isPresent()) {
      int cue = numberLine().orElse(start);
      closeCue(cue);
      openCue(cue, timing.get(), next);
      lastEnd = -1;
    } else if (isBlank(start, end)) {
      lastIsAdjacent = false;
    } else {
      lastStart = start;
      lastEnd = end;
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
    lastNumber = number;
    return Optional.of(lastStart);
  }

  private void openCue(int start, TimingLine timing, int next) {
    cueStart = start;
    cueTiming = timing;
    cueTextStart = timing.textStart().orElse(next);
  }

  private void closeCue(int end) {
    if (cueStart >= 0) {
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
