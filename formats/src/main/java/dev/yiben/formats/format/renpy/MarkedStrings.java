package dev.yiben.formats.format.renpy;

import java.util.Optional;
import java.util.function.Consumer;

/** Finds the strings that scripts mark for translation, in Python and anywhere else. */
final class MarkedStrings {
  private final LogicalLine line;
  private final String text;
  private final Consumer<MarkedString> found;

  private MarkedStrings(LogicalLine line, Consumer<MarkedString> found) {
    this.line = line;
    this.text = line.text();
    this.found = found;
  }

  /** Passes on what is found in lines and in their blocks, in order. */
  static void find(Iterable<LogicalLine> lines, Consumer<MarkedString> found) {
    for (LogicalLine line : lines) {
      new MarkedStrings(line, found).find();
      find(line.block(), found);
    }
  }

  private void find() {
    int from = 0;
    int bracket = text.indexOf('(');
    while (bracket >= 0) {
      int function = functionStart(bracket, from);
      int end = function < 0 ? -1 : argument(function, bracket + 1);
      from = Math.max(from, end);
      bracket = text.indexOf('(', Math.max(bracket + 1, end));
    }
  }

  /** Returns where the name of the function before a bracket begins; -1 if it is another. */
  private int functionStart(int bracket, int from) {
    int end = bracket;
    while (end > from && ScriptCharacters.isSpace(text.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > from && end - start < 4 && isWordPart(text.charAt(start - 1))) {
      start--;
    }
    if (start > 0 && isWordPart(text.charAt(start - 1))) {
      return -1;
    }
    return switch (text.substring(start, end)) {
      case "_", "__", "___", "_p" -> start;
      default -> -1;
    };
  }

  private static boolean isWordPart(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  /** Reads an argument that is one string; returns the position after its bracket, or -1. */
  private int argument(int function, int after) {
    int start = skipSpace(after);
    if (start < text.length() && (text.charAt(start) == 'u' || text.charAt(start) == 'U')) {
      start++;
    }
    if (start >= text.length() || (text.charAt(start) != '"' && text.charAt(start) != '\'')) {
      return -1;
    }
    String quote = text.substring(start, start + 1);
    String quotes = text.startsWith(quote.repeat(3), start) ? quote.repeat(3) : quote;
    int content = start + quotes.length();
    int end = content;
    while (end < text.length() && !text.startsWith(quotes, end)) {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    int bracket = skipSpace(end + quotes.length());
    if (end >= text.length() || !text.startsWith(")", bracket)) {
      return -1;
    }
    String written = text.substring(content, end);
    Optional<String> value =
        quotes.length() == 1 && written.replace("\\\n", "").indexOf('\n') >= 0
            ? Optional.empty()
            : PythonString.decode(written);
    if (text.startsWith("_p", function)) {
      value = value.map(PythonString::paragraphs);
    }
    if (value.isPresent() && !value.get().isEmpty()) {
      found.accept(
          new MarkedString(line, value.get(), line.start(start), line.end(end + quotes.length())));
    }
    return bracket + 1;
  }

  private int skipSpace(int from) {
    int position = from;
    while (position < text.length() && ScriptCharacters.isSpace(text.charAt(position))) {
      position++;
    }
    return position;
  }
}
