package dev.yiben.formats.cue;

/** Something in a subtitle file that is not as it should be, but can be read. */
public enum Oddity {
  NO_HEADER("file without its header line", "files without their header line"),
  HEADER_NOT_ENDED("header without a blank line after it", "headers without a blank line after"),
  TEXT_BEFORE_FIRST_CUE("line of text before the first cue", "lines of text before the first cue"),
  NO_NUMBER("cue without a number", "cues without a number"),
  NUMBER_OUT_OF_ORDER(
      "cue whose number does not follow the one before",
      "cues whose numbers do not follow the one before"),
  ODD_TIMING("timing line in an odd form", "timing lines in odd forms"),
  NO_END("cue without an end", "cues without an end"),
  TEXT_ON_TIMING_LINE("cue with text on its timing line", "cues with text on their timing lines"),
  NO_BLANK_LINE("cue without a blank line before it", "cues without a blank line before them"),
  BLANK_LINE_IN_TEXT("cue with a blank line in its text", "cues with blank lines in their text"),
  NUMBER_WITHOUT_CUE("number without a cue", "numbers without cues"),
  NO_TEXT("cue without text", "cues without text"),
  CONTROL_CHARACTERS("cue with control characters", "cues with control characters"),
  UNREADABLE_TIMING(
      "timing line that cannot be read, whose text stays as it is",
      "timing lines that cannot be read, whose text stays as it is"),
  OUTSIDE_OF_CUES(
      "block that belongs to no cue and stays as it is",
      "blocks that belong to no cue and stay as they are"),
  OUT_OF_ORDER("cue that begins before the one before", "cues that begin before the one before"),
  OVERLAP(
      "cue that begins before the one before ends", "cues that begin before the one before ends"),
  ENDS_BEFORE_IT_BEGINS("cue that ends before it begins", "cues that end before they begin");

  private final String one;
  private final String many;

  Oddity(String one, String many) {
    this.one = one;
    this.many = many;
  }

  String notice(int count, int line) {
    return count == 1
        ? "1 %s, at line %d".formatted(one, line)
        : "%d %s, the first at line %d".formatted(count, many, line);
  }
}
