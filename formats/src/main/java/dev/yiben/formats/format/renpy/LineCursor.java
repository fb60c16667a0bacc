package dev.yiben.formats.format.renpy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a logical line from left to right, with the words, strings and expressions that the engine
 * would see.
 *
 * <p>What does not match leaves the position, but for white space before it. Where the engine would
 * give up, a {@link ScriptError} is thrown.
 */
final class LineCursor {
  private static final Set<String> KEYWORDS =
      Set.of(
          "$",
          "as",
          "at",
          "behind",
          "call",
          "expression",
          "hide",
          "if",
          "in",
          "image",
          "init",
          "jump",
          "menu",
          "onlayer",
          "python",
          "return",
          "scene",
          "show",
          "with",
          "while",
          "zorder",
          "transform");
  private static final Set<String> WORD_OPERATORS = Set.of("or", "and", "not", "in", "is");
  private static final String OPERATOR_STARTS = "<>=!|^&+-*/%~";
  private static final Pattern OPERATOR =
      Pattern.compile("<>|<<|<=|>>|>=|!=|==|\\*\\*|//|[<>|^&+*/%~-]");
  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d++");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d++\\.?\\d*+|\\.\\d++)(?:[eE][+-]?\\d++)?");

  private final LogicalLine line;
  private final String text;
  private final ParagraphRule paragraphs;
  private int position;

  LineCursor(LogicalLine line, ParagraphRule paragraphs) {
    this.line = line;
    this.text = line.text();
    this.paragraphs = paragraphs;
  }

  LogicalLine line() {
    return line;
  }

  int position() {
    return position;
  }

  /** Goes to a position that was current before. */
  void back(int earlier) {
    position = earlier;
  }

  void skipSpace() {
    while (position < text.length()) {
      char c = text.charAt(position);
      if (ScriptCharacters.isSpace(c)) {
        position++;
      } else if (c == '\\' && text.startsWith("\n", position + 1)) {
        position += 2;
      } else {
        return;
      }
    }
  }

  boolean atEnd() {
    skipSpace();
    return position == text.length();
  }

  void expectEnd() {
    if (!atEnd()) {
      throw new ScriptError("something stands after the end of the statement");
    }
  }

  boolean match(String expected) {
    skipSpace();
    boolean found = text.startsWith(expected, position);
    position += found ? expected.length() : 0;
    return found;
  }

  void require(String expected) {
    if (!match(expected)) {
      throw new ScriptError("'%s' is missing".formatted(expected));
    }
  }

  /** Returns the next word, which may be a keyword; empty if there is none. */
  String word() {
    skipSpace();
    int start = position;
    if (start < text.length() && ScriptCharacters.isWordStart(text.charAt(start))) {
      position++;
      while (position < text.length() && ScriptCharacters.isWordPart(text.charAt(position))) {
        position++;
      }
    }
    return text.substring(start, position);
  }

  boolean keyword(String expected) {
    int start = position;
    boolean found = word().equals(expected);
    if (!found) {
      position = start;
    }
    return found;
  }

  /** Returns the next name, which is no keyword; empty if there is none. */
  String name() {
    int start = position;
    String name = word();
    boolean prefix = (name.equals("r") || name.equals("u") || name.equals("ur")) && atQuote();
    if (prefix || KEYWORDS.contains(name)) {
      position = start;
      return "";
    }
    return name;
  }

  /** Returns the next part of an image's name; empty if there is none. */
  String imageWord() {
    skipSpace();
    int start = position;
    while (position < text.length() && ScriptCharacters.isImageWordPart(text.charAt(position))) {
      position++;
    }
    String word = text.substring(start, position);
    boolean prefix = (word.equals("r") || word.equals("u")) && atQuote();
    if (prefix || KEYWORDS.contains(word)) {
      position = start;
      return "";
    }
    return word;
  }

  /** Returns the word of letters, digits and underscores of any script; empty if there is none. */
  String hash() {
    skipSpace();
    int start = position;
    while (position < text.length() && isHashPart(text.charAt(position))) {
      position++;
    }
    return text.substring(start, position);
  }

  private static boolean isHashPart(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  private boolean atQuote() {
    return position < text.length() && "\"'`".indexOf(text.charAt(position)) >= 0;
  }

  /** Returns a whole number if there is one. */
  boolean skipInteger() {
    skipSpace();
    return skip(INTEGER);
  }

  private boolean skip(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(position, text.length());
    boolean found = matcher.lookingAt();
    position = found ? matcher.end() : position;
    return found;
  }

  /** Reads a string of the script language, in one or in three quotes. */
  Optional<StringLiteral> sayString() {
    Optional<StringLiteral> triple = quoted(true);
    return triple.isPresent() ? triple : quoted(false);
  }

  /** Reads a string of the script language in one quote at either end. */
  Optional<StringLiteral> string() {
    return quoted(false);
  }

  private Optional<StringLiteral> quoted(boolean triple) {
    skipSpace();
    boolean raw = text.startsWith("r", position);
    int start = position + (raw ? 1 : 0);
    if (start >= text.length() || "\"'`".indexOf(text.charAt(start)) < 0) {
      return Optional.empty();
    }
    char quote = text.charAt(start);
    String quotes = String.valueOf(quote).repeat(triple ? 3 : 1);
    if (!text.startsWith(quotes, start)) {
      return Optional.empty();
    }
    int content = start + quotes.length();
    int end = content;
    while (end < text.length() && (text.charAt(end) != quote || !text.startsWith(quotes, end))) {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    if (!text.startsWith(quotes, end)) {
      return Optional.empty();
    }
    List<Span> parts =
        triple && !raw
            ? paragraphs.parts(line, content, end)
            : List.of(
                new Span(
                    raw
                        ? text.substring(content, end)
                        : SayString.decode(text.substring(content, end)),
                    line.start(content),
                    Math.max(line.start(content), line.end(end))));
    StringLiteral literal =
        new StringLiteral(
            line.start(position), line.end(end + quotes.length()), quote, triple, raw, parts);
    if (parts.isEmpty()) {
      // The engine takes a string without paragraphs for none, and goes on behind it.
      position = end + quotes.length();
      return Optional.empty();
    }
    position = end + quotes.length();
    return Optional.of(literal);
  }

  /** Skips a string of Python; returns whether there was one. */
  boolean skipPythonString() {
    if (atEnd()) {
      return false;
    }
    int at = position;
    for (char prefix : new char[] {'u', 'r', 'f'}) {
      if (at < text.length() && text.charAt(at) == prefix) {
        at++;
      }
    }
    if (at >= text.length() || "\"'".indexOf(text.charAt(at)) < 0) {
      return false;
    }
    char quote = text.charAt(at);
    at++;
    while (at < text.length() && text.charAt(at) != quote) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    if (at >= text.length()) {
      throw new ScriptError("a string in an expression is not closed");
    }
    position = at + 1;
    return true;
  }

  /**
   * Goes to the first of the given characters outside of strings and brackets and returns what is
   * before it.
   *
   * @throws ScriptError if there is none
   */
  String pythonUntil(String delimiters) {
    int start = position;
    StringBuilder closing = new StringBuilder();
    while (!atEnd()) {
      char c = text.charAt(position);
      if (closing.isEmpty() && delimiters.indexOf(c) >= 0) {
        return text.substring(start, position);
      }
      if (!closing.isEmpty() && c == closing.charAt(closing.length() - 1)) {
        closing.setLength(closing.length() - 1);
        position++;
      } else if (c == '"' || c == '\'') {
        skipPythonString();
      } else {
        openBracket(c, closing);
        position++;
      }
    }
    throw new ScriptError("'%s' is missing".formatted(delimiters.charAt(0)));
  }

  private static boolean openBracket(char c, StringBuilder closing) {
    switch (c) {
      case '(' -> closing.append(')');
      case '[' -> closing.append(']');
      case '{' -> closing.append('}');
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean skipBrackets() {
    StringBuilder closing = new StringBuilder();
    if (!openBracket(text.charAt(position), closing)) {
      return false;
    }
    position++;
    pythonUntil(closing.toString());
    position++;
    return true;
  }

  /** Skips an expression that ends before a colon. */
  void requirePython() {
    if (pythonUntil(":").isEmpty()) {
      throw new ScriptError("an expression is missing");
    }
  }

  /**
   * Reads names, strings, numbers and brackets, with what is attached to them by dots and brackets.
   *
   * @param operators whether operators may join several
   */
  Optional<Span> simpleExpression(boolean operators) {
    int start = position;
    boolean more = true;
    while (more) {
      while (skipOperator()) {}
      if (atEnd() || !skipOperand()) {
        break;
      }
      skipTrailers();
      more = operators && skipOperator();
    }
    return span(start, position);
  }

  Span requireExpression() {
    return simpleExpression(true).orElseThrow(() -> new ScriptError("an expression is missing"));
  }

  private boolean skipOperand() {
    return skipPythonString() || !name().isEmpty() || skip(NUMBER) || (!atEnd() && skipBrackets());
  }

  private void skipTrailers() {
    while (!atEnd()) {
      if (match(".")) {
        if (word().isEmpty()) {
          throw new ScriptError("a name is missing after a dot");
        }
      } else if (!skipBrackets()) {
        return;
      }
    }
  }

  private boolean skipOperator() {
    if (atEnd()) {
      return false;
    }
    if (OPERATOR_STARTS.indexOf(text.charAt(position)) >= 0) {
      return skip(OPERATOR);
    }
    int start = position;
    if (WORD_OPERATORS.contains(word())) {
      return true;
    }
    position = start;
    return false;
  }

  /** Returns the range between two positions without white space at its ends. */
  Optional<Span> span(int from, int to) {
    int start = from;
    int end = to;
    while (start < end && ScriptCharacters.isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && ScriptCharacters.isSpace(text.charAt(end - 1))) {
      end--;
    }
    return start == end
        ? Optional.empty()
        : Optional.of(new Span(text.substring(start, end), line.start(start), line.end(end)));
  }

  /** Goes to the end of the line and returns what is before it. */
  Optional<Span> rest() {
    int start = position;
    position = text.length();
    return span(start, position);
  }

  /** Reads arguments in brackets, as the engine writes them again. */
  Optional<String> arguments() {
    if (!match("(")) {
      return Optional.empty();
    }
    List<String> arguments = new ArrayList<>();
    while (!match(")")) {
      String stars = match("**") ? "**" : match("*") ? "*" : "";
      String keyword = "";
      if (stars.isEmpty()) {
        int start = position;
        String name = name();
        if (!name.isEmpty() && match("=")) {
          keyword = name + "=";
        } else {
          position = start;
        }
      }
      skipSpace();
      arguments.add(stars + keyword + pythonUntil("),"));
      if (match(")")) {
        break;
      }
      require(",");
    }
    return Optional.of("(" + String.join(", ", arguments) + ")");
  }
}
