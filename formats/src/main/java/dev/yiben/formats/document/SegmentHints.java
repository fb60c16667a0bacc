package dev.yiben.formats.document;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a format knows of a segment besides its text; any of it may be unknown.
 *
 * @param existing the translation that the file already has, with the source's codes as far as it
 *     has them
 * @param limit how much room the translation has
 * @param speaker who says it, by the name that the document has for them
 * @param pauseMillis time without text before it is shown, in milliseconds; 0 if unknown
 * @param continues whether its sentence goes on in the next segment
 * @param startMillis when it is shown, in milliseconds from the start of the film
 */
public record SegmentHints(
    Optional<CodedText> existing,
    Optional<LengthLimit> limit,
    Optional<String> speaker,
    long pauseMillis,
    boolean continues,
    OptionalLong startMillis) {
  /** Nothing is known. */
  public static final SegmentHints NONE =
      new SegmentHints(Optional.empty(), Optional.empty(), Optional.empty(), 0, false);

  /** Creates hints of a segment that has no time. */
  public SegmentHints(
      Optional<CodedText> existing,
      Optional<LengthLimit> limit,
      Optional<String> speaker,
      long pauseMillis,
      boolean continues) {
    this(existing, limit, speaker, pauseMillis, continues, OptionalLong.empty());
  }

  public SegmentHints {
    if (pauseMillis < 0) {
      throw new IllegalArgumentException("A pause cannot be negative: " + pauseMillis);
    }
  }

  /** Returns these hints with an existing translation. */
  public SegmentHints withExisting(CodedText translation) {
    return new SegmentHints(
        Optional.of(translation), limit, speaker, pauseMillis, continues, startMillis);
  }

  /** Returns these hints with a limit of length. */
  public SegmentHints withLimit(LengthLimit room) {
    return new SegmentHints(
        existing, Optional.of(room), speaker, pauseMillis, continues, startMillis);
  }

  /** Returns these hints with a speaker. */
  public SegmentHints withSpeaker(String name) {
    return new SegmentHints(
        existing, limit, Optional.of(name), pauseMillis, continues, startMillis);
  }

  /** Returns these hints with a pause before the segment. */
  public SegmentHints withPause(long millis) {
    return new SegmentHints(existing, limit, speaker, millis, continues, startMillis);
  }

  /** Returns these hints for a segment whose sentence does or does not go on in the next one. */
  public SegmentHints withContinues(boolean goesOn) {
    return new SegmentHints(existing, limit, speaker, pauseMillis, goesOn, startMillis);
  }

  /** Returns these hints for a segment that is shown at a time. */
  public SegmentHints withStart(long millis) {
    return new SegmentHints(
        existing, limit, speaker, pauseMillis, continues, OptionalLong.of(millis));
  }
}
