package dev.yiben.formats.format.renpy;

import java.util.ArrayList;
import java.util.List;

/** What separates the paragraphs of a string in three quotes. */
enum ParagraphRule {
  /** A blank line. */
  BLANK_LINE(2),
  /** The end of a line. */
  LINE_END(1),
  /** Nothing: the string is one paragraph. */
  NOTHING(Integer.MAX_VALUE);

  private final int lineEnds;

  ParagraphRule(int lineEnds) {
    this.lineEnds = lineEnds;
  }

  /** Returns the paragraphs between two positions of a line. */
  List<Span> parts(LogicalLine line, int from, int to) {
    String text = line.text();
    List<Span> parts = new ArrayList<>();
    int start = from;
    int at = from;
    while (at < to) {
      if (text.charAt(at) != '\n') {
        at++;
        continue;
      }
      int end = at;
      int found = 0;
      while (at < to && (text.charAt(at) == '\n' || text.charAt(at) == ' ')) {
        found += text.charAt(at) == '\n' ? 1 : 0;
        at++;
      }
      if (found >= lineEnds) {
        add(line, start, end, parts);
        start = at;
      }
    }
    add(line, start, to, parts);
    return parts;
  }

  private static void add(LogicalLine line, int from, int to, List<Span> parts) {
    String text = line.text();
    int start = from;
    int end = to;
    while (start < end && ScriptCharacters.isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && ScriptCharacters.isSpace(text.charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      parts.add(
          new Span(SayString.decode(text.substring(start, end)), line.start(start), line.end(end)));
    }
  }
}
