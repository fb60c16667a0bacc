package dev.yiben.formats.format.ass;

import java.util.OptionalLong;

/**
 * A {@code Dialogue} line.
 *
 * @param number running number among these lines, from 1
 * @param start when it appears, in milliseconds; empty if its time cannot be read
 * @param end when it disappears
 * @param style name of its style
 * @param name who speaks; mostly empty
 * @param effect its {@code Effect} field
 * @param textStart offset where its text begins
 * @param textEnd offset where the line ends
 */
record Event(
    int number,
    OptionalLong start,
    OptionalLong end,
    String style,
    String name,
    String effect,
    int textStart,
    int textEnd) {
  /** A frame of a film, and a little more. */
  private static final long FRAME_MILLIS = 50;

  /** Returns whether both of its times are known. */
  boolean isTimed() {
    return start.isPresent() && end.isPresent();
  }

  /** Returns whether this line shows while another one does, or right before or after it. */
  boolean touches(Event other) {
    return isTimed()
        && other.isTimed()
        && start.getAsLong() <= other.end.getAsLong() + FRAME_MILLIS
        && other.start.getAsLong() <= end.getAsLong() + FRAME_MILLIS;
  }
}
