package dev.yiben.formats.format.renpy;

/**
 * Where a string of any kind stands in a line of code.
 *
 * @param start position of its first quote
 * @param contentStart position after the quotes that begin it
 * @param contentEnd position of the quotes that end it, or the line's end if there are none
 * @param end position after them
 */
record Quoted(int start, int contentStart, int contentEnd, int end) {

  static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '`';
  }

  /** Returns the string whose first quote is at a position. */
  static Quoted at(String text, int start) {
    String quote = text.substring(start, start + 1);
    String quotes = text.startsWith(quote.repeat(3), start) ? quote.repeat(3) : quote;
    int content = start + quotes.length();
    int end = content;
    while (end < text.length() && !text.startsWith(quotes, end)) {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    end = Math.min(end, text.length());
    return new Quoted(start, content, end, Math.min(text.length(), end + quotes.length()));
  }
}
