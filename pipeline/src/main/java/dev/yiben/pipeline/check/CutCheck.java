package dev.yiben.pipeline.check;

import dev.yiben.formats.document.LengthLimit;
import dev.yiben.formats.lines.Columns;
import java.util.List;

/**
 * {@code LEN-004}: the target does not end in the middle of its sentence where there was no more
 * room.
 *
 * <p>That is so where it fills its room and ends without the stop that a sentence ends with, or the
 * comma that its source ends with.
 */
final class CutCheck implements QaCheck {
  static final String ID = "LEN-004";

  /** A model that had no room for its next token may have left so many columns. */
  private static final int LEFT = 2;

  private static final String STOPS = ".!?…‥⋯。！？｡．؟۔।";
  private static final String PAUSES = ",;:-–—，、；：､،؛~～";

  private enum End {
    STOP,
    PAUSE,
    OTHER
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Severity defaultSeverity() {
    return Severity.WARNING;
  }

  @Override
  public boolean worthAskingAgain() {
    return true;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    return segment
        .segment()
        .hints()
        .limit()
        .map(LengthLimit::columns)
        .filter(most -> fills(segment, most) && endsEarly(segment))
        .map(
            most ->
                List.of(
                    "it ends in the middle of its sentence; "
                        + RoomCheck.tooLong(most, segment.targetLanguage())))
        .orElse(List.of());
  }

  private static boolean fills(CheckedSegment segment, int most) {
    int columns = Columns.of(segment.target().visibleText());
    return columns >= most - LEFT && columns <= most;
  }

  private static boolean endsEarly(CheckedSegment segment) {
    return switch (end(segment.target().plainText())) {
      case STOP -> false;
      case PAUSE -> end(segment.segment().source().plainText()) != End.PAUSE;
      case OTHER -> true;
    };
  }

  private static End end(String text) {
    for (int i = text.length(); i > 0; ) {
      int c = text.codePointBefore(i);
      i -= Character.charCount(c);
      if (STOPS.indexOf(c) >= 0) {
        return End.STOP;
      }
      if (PAUSES.indexOf(c) >= 0) {
        return End.PAUSE;
      }
      if (Character.isLetterOrDigit(c)) {
        return End.OTHER;
      }
    }
    return End.OTHER;
  }
}
