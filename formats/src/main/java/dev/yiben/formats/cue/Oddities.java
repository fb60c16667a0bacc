package dev.yiben.formats.cue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what is odd about a subtitle file while it is read. */
public final class Oddities {
  private final Map<Oddity, Integer> counts = new EnumMap<>(Oddity.class);
  private final Map<Oddity, Integer> firstOffsets = new EnumMap<>(Oddity.class);

  /** Notes an oddity at an offset in the file's text. */
  public void add(Oddity oddity, int offset) {
    counts.merge(oddity, 1, Integer::sum);
    firstOffsets.merge(oddity, offset, Math::min);
  }

  /** Notes which cues, in the order of the file, are odd in their times. */
  public void addTimes(List<TimedCue> cues) {
    long start = Long.MIN_VALUE;
    long end = Long.MIN_VALUE;
    for (TimedCue cue : cues) {
      int offset = cue.text().start();
      boolean known = cue.startMillis() >= 0 && cue.endMillis() >= 0;
      if (known && cue.endMillis() < cue.startMillis()) {
        add(Oddity.ENDS_BEFORE_IT_BEGINS, offset);
      }
      if (cue.startMillis() < start) {
        add(Oddity.OUT_OF_ORDER, offset);
      } else if (cue.startMillis() < end) {
        add(Oddity.OVERLAP, offset);
      }
      start = cue.startMillis();
      end = Math.max(end, cue.endMillis());
    }
  }

  /**
   * Returns a line for each kind of oddity.
   *
   * @param text of the file, to tell lines by offsets
   */
  public List<String> notices(String text) {
    List<String> notices = new ArrayList<>();
    counts.forEach(
        (oddity, count) ->
            notices.add(oddity.notice(count, lineOf(text, firstOffsets.get(oddity)))));
    return notices;
  }

  /** Returns the number of the line, from 1, that an offset is in. */
  public static int lineOf(String text, int offset) {
    int line = 1;
    for (int i = 0; i < offset; i++) {
      char c = text.charAt(i);
      boolean ends = c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1));
      line += ends ? 1 : 0;
    }
    return line;
  }
}
