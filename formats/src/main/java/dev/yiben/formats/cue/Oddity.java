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
  NO_EVENTS_HEADER(
      "file without an [Events] line before its dialogue", "files without [Events] lines"),
  FORMAT_WITHOUT_TEXT(
      "Format line without Text, in whose place the usual fields are taken for granted",
      "Format lines without Text, in whose place the usual fields are taken for granted"),
  FIELDS_AFTER_TEXT(
      "Format line with fields after Text, which are read as text",
      "Format lines with fields after Text, which are read as text"),
  TOO_FEW_FIELDS(
      "line with too few fields, which stays as it is",
      "lines with too few fields, which stay as they are"),
  UNKNOWN_LINE(
      "line of an unknown kind, which stays as it is",
      "lines of unknown kinds, which stay as they are"),
  TOO_LONG(
      "line that is too long for a subtitle, which stays as it is",
      "lines that are too long for subtitles, which stay as they are"),
  UNREADABLE_TIME(
      "time that cannot be read, whose text is translated all the same",
      "times that cannot be read, whose text is translated all the same"),
  NO_TIME(
      "line without a time, which is translated all the same",
      "lines without a time, which are translated all the same"),
  NO_CLOSING_BRACKET("tag without its closing bracket", "tags without their closing brackets"),
  TOO_MANY_SECONDS("time with more than 59 seconds", "times with more than 59 seconds"),
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
