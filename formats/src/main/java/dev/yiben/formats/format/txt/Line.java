package dev.yiben.formats.format.txt;

import dev.yiben.formats.lines.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a file.
 *
 * @param text the whole file
 * @param start offset of its first character
 * @param contentStart offset after its indent, which are white space and marks of quotation
 * @param contentEnd offset after its last character that is not white space; {@code contentStart}
 *     for a blank line
 * @param end offset of its line end
 * @param next offset of the next line
 */
record Line(String text, int start, int contentStart, int contentEnd, int end, int next) {
  private static final Pattern INDENT =
      Pattern.compile("[\\h\\uFEFF]*+(?:(?:>[ ]?+){1,100}+\\h*+)?+");
  private static final Pattern MARKER =
      Pattern.compile(
          "(?:[-*+•◦‣▪●○·]\\h++|\\(?\\d{1,3}[.)]\\h++|[①-⑳]\\h*+"
              + "|[（(][一二三四五六七八九十]{1,3}[)）]\\h*+)(?=\\S)");

  /** Returns the lines of a file; together they are the whole of it. */
  static List<Line> of(String text) {
    List<Line> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && !isEnd(text.charAt(end))) {
        end++;
      }
      int next = Math.min(text.length(), end + (text.startsWith("\r\n", end) ? 2 : 1));
      lines.add(line(text, start, end, next));
      start = next;
    }
    return lines;
  }

  private static Line line(String text, int start, int end, int next) {
    Matcher indent = INDENT.matcher(text).region(start, end);
    int contentStart = indent.lookingAt() ? indent.end() : start;
    int contentEnd = end;
    while (contentEnd > contentStart && isSpace(text.charAt(contentEnd - 1))) {
      contentEnd--;
    }
    return new Line(text, start, contentStart, contentEnd, end, next);
  }

  /** Returns whether a character ends a line, as the line breaks of Unicode do (UTS 18, RL1.6). */
  private static boolean isEnd(char c) {
    return (c >= '\n' && c <= '\r') || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u00A0';
  }

  boolean isBlank() {
    return contentStart == contentEnd;
  }

  boolean endsPage() {
    return text.startsWith("\f", end);
  }

  String indent() {
    return text.substring(start, contentStart);
  }

  String content() {
    return text.substring(contentStart, contentEnd);
  }

  String lineEnd() {
    return text.substring(end, next);
  }

  int indentColumns() {
    return Columns.of(text, start, contentStart);
  }

  int columns() {
    return Columns.of(text, start, contentEnd);
  }

  /** Returns how deep the line is quoted, as in letters. */
  long quoteDepth() {
    return indent().chars().filter(c -> c == '>').count();
  }

  /** Returns the mark that makes the line an item of a list, with the white space after it. */
  Optional<String> marker() {
    return marker(content());
  }

  static Optional<String> marker(String content) {
    Matcher marker = MARKER.matcher(content);
    return marker.lookingAt() ? Optional.of(marker.group()) : Optional.empty();
  }

  /** Returns whether there is neither a letter nor a digit in it, as in a line of asterisks. */
  boolean isSeparator() {
    return content().codePoints().noneMatch(Character::isLetterOrDigit);
  }

  /** Returns the columns of what could have stood at the end of the line before. */
  int firstWordColumns() {
    int first = text.codePointAt(contentStart);
    int columns = Columns.of(first);
    if (Columns.isWide(first)) {
      return columns;
    }
    int i = contentStart + Character.charCount(first);
    while (i < contentEnd && !isSpace(text.charAt(i)) && !Columns.isWide(text.codePointAt(i))) {
      columns += Columns.of(text.codePointAt(i));
      i += Character.charCount(text.codePointAt(i));
    }
    return columns;
  }
}
