package dev.yiben.formats.cue;

import dev.yiben.formats.document.SegmentId;
import java.util.Optional;

/**
 * A cue that shows something, and when.
 *
 * @param id of its segment
 * @param text what is translated of it
 * @param startMillis when it appears; negative if unknown
 * @param endMillis when it disappears; negative if unknown
 * @param speaker who says it, if the file tells
 * @param skipRule the rule by which it is not translated, if there is one
 */
public record TimedCue(
    SegmentId id,
    CueText text,
    long startMillis,
    long endMillis,
    Optional<String> speaker,
    Optional<String> skipRule) {

  /** Creates a cue to translate. */
  public TimedCue(
      SegmentId id, CueText text, long startMillis, long endMillis, Optional<String> speaker) {
    this(id, text, startMillis, endMillis, speaker, Optional.empty());
  }

  /** Returns how long it shows, or 0 if that is unknown. */
  long millis() {
    return startMillis < 0 ? 0 : Math.max(0, endMillis - startMillis);
  }

  /** Returns the last time at which it is known to show. */
  long lastMillis() {
    return Math.max(startMillis, endMillis);
  }
}
