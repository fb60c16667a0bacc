package dev.yiben.formats.format.renpy;

import java.util.HashMap;
import java.util.Map;

/**
 * Groups dialogue by labels; short labels that follow each other are one stream, since many games
 * have a label for every few lines.
 */
final class Streams {
  /**
   * The stream of all that is no dialogue; no label can have this name, since none has a hyphen.
   */
  static final String STRINGS = "translate-strings";

  private static final int FEWEST_SEGMENTS = 30;

  private final Map<String, Integer> begun = new HashMap<>();
  private String label;
  private String stream = "";
  private int segments;

  /** Returns the stream of the next segment, which has a label. */
  String next(String labelOfSegment) {
    if (label == null || (!labelOfSegment.equals(label) && segments >= FEWEST_SEGMENTS)) {
      int times = begun.merge(labelOfSegment, 1, Integer::sum);
      stream = times == 1 ? labelOfSegment : labelOfSegment + "#" + times;
      segments = 0;
    }
    label = labelOfSegment;
    segments++;
    return stream;
  }
}
