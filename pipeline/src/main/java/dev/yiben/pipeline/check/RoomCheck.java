package dev.yiben.pipeline.check;

import dev.yiben.formats.document.LengthLimit;
import dev.yiben.formats.lines.Columns;
import java.util.List;

/** {@code LEN-002}: the target is no longer than there is room and time for. */
final class RoomCheck implements QaCheck {
  private static final CheckRule RULE =
      CheckRule.askedAgain(
          "LEN-002", "a translation that is longer than there is room, or time to read it");

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
        .filter(most -> Columns.of(segment.target().visibleText()) > most)
        .map(most -> List.of(tooLong(most, segment.targetLanguage())))
        .orElse(List.of());
  }

  /** Returns what a model is told that has written more than so many columns. */
  static String tooLong(int columns, String language) {
    return "it must fit in "
        + Language.characters(columns, language)
        + " characters; say it shorter";
  }
}
