package dev.yiben.pipeline.check;

import dev.yiben.formats.document.LengthLimit;
import dev.yiben.formats.lines.Columns;
import java.util.List;

/**
 * {@code LEN-004}: the target does not end in the middle of its sentence where there was no more
 * room.
 *
 * <p>That is so where it ends without the stop that its source ends with, and has no room for
 * another word; or where the source has none either, and it has no room for another character.
 */
final class CutCheck implements QaCheck {
  static final String ID = "LEN-004";

  private static final CheckRule RULE =
      CheckRule.askedAgain(
          ID, "a translation that ends in the middle of its sentence where its room ended");

  /** A model that had no room for its next word may have left so many columns. */
  private static final int ROOM_OF_A_WORD = 8;

  private static final int ROOM_OF_A_CHARACTER = 2;

  private static final String STOPS = ".!?…‥⋯。！？｡．؟۔।";
  private static final String PAUSES = ",;:-–—，、；：､،؛~～";

  private enum End {
    STOP,
    PAUSE,
    OTHER
  }

  @Override
  public CheckRule rule() {
    return RULE;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    return segment
        .segment()
        .hints()
        .limit()
        .map(LengthLimit::columns)
        .filter(most -> isCut(segment, most))
        .map(
            most ->
                List.of(
                    "it ends in the middle of its sentence; "
                        + RoomCheck.tooLong(most, segment.targetLanguage())))
        .orElse(List.of());
  }

  private static boolean isCut(CheckedSegment segment, int most) {
    End source = end(segment.segment().source().plainText());
    End target = end(segment.target().plainText());
    int left = most - Columns.of(segment.target().visibleText());
    int word = source == End.STOP ? ROOM_OF_A_WORD : ROOM_OF_A_CHARACTER;
    return target != End.STOP
        && !(target == End.PAUSE && source == End.PAUSE)
        && left >= 0
        && left <= word;
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
