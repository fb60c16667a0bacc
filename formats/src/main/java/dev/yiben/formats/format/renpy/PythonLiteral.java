package dev.yiben.formats.format.renpy;

import java.util.Locale;
import java.util.Optional;

/**
 * A string of Python: one literal, or several in a row that are one value.
 *
 * @param start offset in the file of its prefix or first quote
 * @param end offset in the file after its last quote
 * @param contentStart offset of what is between the quotes of the first literal
 * @param contentEnd offset after what is between the quotes of the last literal
 * @param value what it stands for
 * @param quote the quote, once
 * @param raw whether a prefix says that it has no escapes
 * @param single whether it is one literal
 * @param wraps whether a literal in single quotes runs over the end of a line, which Python refuses
 */
record PythonLiteral(
    int start,
    int end,
    int contentStart,
    int contentEnd,
    String value,
    char quote,
    boolean raw,
    boolean single,
    boolean wraps) {

  /**
   * Reads what stands at the end of a line: literals in a row, maybe in brackets or passed to the
   * function for translations.
   *
   * @param from position in the line's text
   * @return nothing if it is another expression
   */
  static Optional<PythonLiteral> read(LogicalLine line, int from) {
    return read(line, from, line.text().length());
  }

  /** Reads what stands between two positions of a line's text. */
  static Optional<PythonLiteral> read(LogicalLine line, int from, int to) {
    String text = line.text();
    int start = skipSpace(text, from, to);
    int end = to;
    while (end > start && ScriptCharacters.isSpace(text.charAt(end - 1))) {
      end--;
    }
    int bracket = start;
    while (bracket < end && text.charAt(bracket) == '_' && bracket - start < 3) {
      bracket++;
    }
    boolean inBrackets =
        bracket < end && text.charAt(bracket) == '(' && text.charAt(end - 1) == ')';
    return inBrackets
        ? row(line, skipSpace(text, bracket + 1, end), end - 1)
        : row(line, start, end);
  }

  /** Returns the string that a script marks for translation. */
  static PythonLiteral at(String file, MarkedString marked) {
    char quote = file.charAt(marked.start());
    int quotes = file.startsWith(String.valueOf(quote).repeat(3), marked.start()) ? 3 : 1;
    return new PythonLiteral(
        marked.start(),
        marked.end(),
        marked.start() + quotes,
        marked.end() - quotes,
        marked.value(),
        quote,
        false,
        true,
        false);
  }

  private static Optional<PythonLiteral> row(LogicalLine line, int from, int to) {
    Optional<PythonLiteral> row = Optional.empty();
    int position = from;
    while (position < to) {
      PythonScanner scanner = new PythonScanner(line.text(), position, to);
      if (!scanner.scan()) {
        return Optional.empty();
      }
      PythonLiteral next =
          new PythonLiteral(
              line.start(position),
              line.end(scanner.end()),
              line.start(scanner.contentStart()),
              Math.max(line.start(scanner.contentStart()), line.end(scanner.contentEnd())),
              scanner.value(),
              scanner.quote(),
              scanner.isRaw(),
              true,
              scanner.wraps());
      row = Optional.of(row.isEmpty() ? next : row.get().followedBy(next));
      position = skipSpace(line.text(), scanner.end(), to);
    }
    return row;
  }

  private PythonLiteral followedBy(PythonLiteral next) {
    return new PythonLiteral(
        start,
        next.end,
        contentStart,
        next.contentEnd,
        value + next.value,
        quote,
        raw || next.raw,
        false,
        wraps || next.wraps);
  }

  private static int skipSpace(String text, int from, int to) {
    int position = from;
    while (position < to
        && (ScriptCharacters.isSpace(text.charAt(position)) || text.startsWith("\\\n", position))) {
      position++;
    }
    return position;
  }

  /** Returns whether an expression begins with a literal. */
  static boolean startsLiteral(String expression) {
    int at = 0;
    while (at < expression.length() && at < 2 && Character.isLetter(expression.charAt(at))) {
      at++;
    }
    String prefix = expression.substring(0, at).toLowerCase(Locale.ROOT);
    return at < expression.length()
        && "\"'".indexOf(expression.charAt(at)) >= 0
        && PythonScanner.isTextPrefix(prefix);
  }
}
