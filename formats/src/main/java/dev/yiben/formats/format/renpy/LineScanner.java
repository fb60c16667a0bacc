package dev.yiben.formats.format.renpy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Cuts a script into logical lines as the engine does, but goes on where the engine gives up.
 *
 * <p>Where a string or bracket stays open to the end of the file or over what plainly begins a
 * statement, or a string that runs over a line end closes right before a letter, a quote or bracket
 * is missing: the line is then read again so that it ends where its physical line ends.
 */
final class LineScanner {
  // Each such line was read to the end of the file in vain.
  private static final int MOST_RUNAWAYS = 50;

  private static final int MOST_HEADER = 200;
  // Two names in a row are never part of an expression.
  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?:label|screen|transform|style|testcase|init|image) +[\\w.]+ *(?:\\([^)]*\\))? *:"
              + "|translate +\\w+ +\\w+ *:"
              + "|(?:define|default) +[\\w.]+ *=");

  private final String file;
  private final PrivateNames names;
  private final Consumer<ScriptProblem> problems;
  private final LineBuilder builder;
  private final List<LogicalLine> lines = new ArrayList<>();
  private int position;
  private int number = 1;
  private int runaways;
  private int lastTab;

  /**
   * Creates a scanner.
   *
   * @param file the text of the file, without a byte order mark
   * @param names the private names of the file
   * @param problems receives what the engine would not accept
   */
  LineScanner(String file, PrivateNames names, Consumer<ScriptProblem> problems) {
    this.file = file;
    this.names = names;
    this.problems = problems;
    this.builder = new LineBuilder(file);
  }

  /** Returns the lines that are not blank, in order. */
  List<LogicalLine> scan() {
    while (position < file.length()) {
      int start = position;
      int startNumber = number;
      boolean single = runaways >= MOST_RUNAWAYS;
      if (!scanLine(single)) {
        runaways += position >= file.length() ? 1 : 0;
        position = start;
        number = startNumber;
        scanLine(true);
        problems.accept(
            new ScriptProblem(startNumber, "a quote or bracket is not closed; close it"));
      }
      if (!builder.isBlank()) {
        lines.add(builder.line(startNumber));
      }
    }
    return lines;
  }

  /**
   * Reads a line and what ends it.
   *
   * @param single whether it ends with its physical line, whatever is open
   * @return whether all is closed in it
   */
  private boolean scanLine(boolean single) {
    builder.clear(position);
    boolean closed = true;
    int depth = 0;
    while (position < file.length()) {
      char c = file.charAt(position);
      switch (c) {
        case '\n' -> {
          position++;
          number++;
          if (depth == 0 || single) {
            return closed && depth == 0;
          }
          if (beginsStatement(position)) {
            return false;
          }
          builder.keep(position - 1, position);
        }
        case '\r' -> position++;
        case '\t' -> {
          reportTab();
          builder.put(" ", position, position + 1);
          position++;
        }
        case '\\' -> {
          int length = file.startsWith("\n", position + 1) ? 2 : 1;
          number += length - 1;
          builder.keep(position, position + length);
          position += length;
        }
        case '#' -> {
          int end = file.indexOf('\n', position);
          position = end < 0 ? file.length() : end;
        }
        case '"', '\'', '`' -> {
          if (!scanString(c, single)) {
            if (!single) {
              return false;
            }
            closed = false;
          }
        }
        case '(', '[', '{' -> {
          depth++;
          builder.keep(position, ++position);
        }
        case ')', ']', '}' -> {
          depth -= depth > 0 ? 1 : 0;
          builder.keep(position, ++position);
        }
        default -> scanWord(c);
      }
    }
    return closed && depth == 0;
  }

  private void reportTab() {
    if (number > lastTab) {
      lastTab = number;
      problems.accept(
          new ScriptProblem(number, "a tab character, which scripts may not have; use spaces"));
    }
  }

  private void scanWord(char first) {
    int end = position + 1;
    if (ScriptCharacters.isAsciiWordPart(first)) {
      while (end < file.length() && ScriptCharacters.isAsciiWordPart(file.charAt(end))) {
        end++;
      }
      if (first == '_' && end - position > 2 && file.charAt(position + 1) == '_') {
        String word = file.substring(position, end);
        String name = names.spellOut(word);
        if (!name.equals(word)) {
          builder.put(name, position, end);
          position = end;
          return;
        }
      }
    }
    builder.keep(position, end);
    position = end;
  }

  /** Reads a string; returns whether it is closed. */
  private boolean scanString(char quote, boolean single) {
    int start = position;
    boolean triple =
        start + 2 < file.length()
            && file.charAt(start + 1) == quote
            && file.charAt(start + 2) == quote;
    int end = start + (triple ? 3 : 1);
    boolean wraps = false;
    boolean plain = true;
    boolean named = false;
    boolean closed = false;
    int lineEnds = 0;
    while (end < file.length() && !closed) {
      char c = file.charAt(end);
      if (c == '\n') {
        if (single) {
          break;
        }
        wraps = true;
        lineEnds++;
        if (!triple && beginsStatement(end + 1)) {
          position = end;
          return false;
        }
      } else if (c == '\r') {
        plain = false;
      } else if (c == '[') {
        named |= file.startsWith("__", end + 1);
      } else if (c == '\\') {
        int escaped = end + 1;
        while (escaped < file.length() && file.charAt(escaped) == '\r') {
          escaped++;
          plain = false;
        }
        if (escaped < file.length() && file.charAt(escaped) == '\n') {
          if (single) {
            break;
          }
          wraps = true;
          lineEnds++;
        }
        end = escaped;
      } else if (c == quote) {
        closed = !triple || file.startsWith(String.valueOf(quote).repeat(2), end + 1);
        end += closed && triple ? 2 : 0;
      }
      end++;
    }
    end = Math.min(end, file.length());
    if (closed && wraps && !triple && isLetter(end)) {
      position = end;
      return false;
    }
    if (closed || single) {
      addString(start, end, named, plain);
    }
    number += lineEnds;
    position = end;
    return closed;
  }

  /** Returns whether a physical line is plainly no continuation, since something is not closed. */
  private boolean beginsStatement(int offset) {
    if (offset >= file.length() || !Character.isLowerCase(file.charAt(offset))) {
      return false;
    }
    int lineEnd = file.indexOf('\n', offset);
    String line =
        file.substring(
            offset, Math.min(lineEnd < 0 ? file.length() : lineEnd, offset + MOST_HEADER));
    return STATEMENT.matcher(line).lookingAt();
  }

  private boolean isLetter(int offset) {
    return offset < file.length() && Character.isLetter(file.charAt(offset));
  }

  private void addString(int start, int end, boolean named, boolean plain) {
    int from = start;
    if (named) {
      for (PrivateNames.Use use : names.uses(file.substring(start, end))) {
        keep(from, start + use.start(), plain);
        builder.put(use.name(), start + use.start(), start + use.end());
        from = start + use.end();
      }
    }
    keep(from, end, plain);
  }

  private void keep(int start, int end, boolean plain) {
    if (plain) {
      builder.keep(start, end);
      return;
    }
    int from = start;
    while (from < end) {
      int until = file.indexOf('\r', from);
      until = until < 0 || until > end ? end : until;
      builder.keep(from, until);
      from = until + 1;
    }
  }
}
