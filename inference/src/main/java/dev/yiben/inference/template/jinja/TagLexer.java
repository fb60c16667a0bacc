package dev.yiben.inference.template.jinja;

import dev.yiben.inference.template.jinja.Token.Kind;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts the inside of one tag into names, literals and operators. */
final class TagLexer {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{Nl}_][\\p{L}\\p{M}\\p{N}_]*+");
  private static final Pattern REAL =
      Pattern.compile("\\d[\\d_]*+(?:(?:\\.\\d[\\d_]*+)?[eE][-+]?\\d[\\d_]*+|\\.\\d[\\d_]*+)");
  private static final Pattern INTEGER =
      Pattern.compile("0[xX][\\da-fA-F_]++|0[oO][0-7_]++|0[bB][01_]++|\\d[\\d_]*+");
  private static final List<String> LONG_OPERATORS = List.of("//", "**", "==", "!=", ">=", "<=");
  private static final String OPERATORS = "+-/*%~[](){}><=.:|,;";
  // Of brackets that are open at once.
  private static final int DEEPEST = 100;

  private final String source;
  private final String end;
  private final StringBuilder brackets = new StringBuilder();
  private int position;
  private String text = "";

  TagLexer(String source, int position, String end) {
    this.source = source;
    this.position = position;
    this.end = end;
    skipSpaces();
  }

  /** Whether the tag ends here: with its end or with a sign and its end. */
  boolean atEnd() {
    if (position >= source.length()) {
      throw new JinjaException("'" + end + "' is missing");
    }
    if (!brackets.isEmpty()) {
      return false;
    }
    char first = source.charAt(position);
    boolean signed = first == '-' || (first == '+' && end.equals("%}"));
    return source.startsWith(end, signed ? position + 1 : position);
  }

  int position() {
    return position;
  }

  /** Returns what the token means that was read last. */
  String text() {
    return text;
  }

  Kind next() {
    char first = source.charAt(position);
    Kind kind;
    if (first == '"' || first == '\'') {
      kind = string(first);
    } else if (take(NAME)) {
      kind = Kind.NAME;
    } else if ((position == 0 || source.charAt(position - 1) != '.') && take(REAL)) {
      kind = Kind.REAL;
    } else if (take(INTEGER)) {
      kind = Kind.INTEGER;
    } else {
      kind = operator(first);
    }
    skipSpaces();
    return kind;
  }

  private boolean take(Pattern pattern) {
    Matcher matcher = pattern.matcher(source).region(position, source.length());
    boolean found = matcher.lookingAt();
    if (found) {
      text = matcher.group();
      position = matcher.end();
    }
    return found;
  }

  private Kind string(char quote) {
    int close = position + 1;
    while (close < source.length() && source.charAt(close) != quote) {
      close += source.charAt(close) == '\\' ? 2 : 1;
    }
    if (close >= source.length()) {
      throw new JinjaException("a string has no end");
    }
    text = StringLiteral.value(source.substring(position + 1, close));
    position = close + 1;
    return Kind.STRING;
  }

  private Kind operator(char first) {
    text =
        LONG_OPERATORS.stream()
            .filter(operator -> source.startsWith(operator, position))
            .findFirst()
            .orElse(String.valueOf(first));
    if (text.length() == 1 && OPERATORS.indexOf(first) < 0) {
      throw new JinjaException("'" + text + "' makes no sense here");
    }
    balance(first);
    position += text.length();
    return Kind.OPERATOR;
  }

  private void balance(char character) {
    int opened = "([{".indexOf(character);
    if (opened >= 0) {
      brackets.append(")]}".charAt(opened));
      if (brackets.length() > DEEPEST) {
        throw new JinjaException("the template is nested too deeply");
      }
    } else if (")]}".indexOf(character) >= 0) {
      int last = brackets.length() - 1;
      if (last < 0 || brackets.charAt(last) != character) {
        throw new JinjaException("'" + character + "' was not opened");
      }
      brackets.setLength(last);
    }
  }

  private void skipSpaces() {
    while (position < source.length() && Spaces.is(source.charAt(position))) {
      position++;
    }
  }
}
