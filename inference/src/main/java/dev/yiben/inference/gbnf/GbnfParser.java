package dev.yiben.inference.gbnf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the rules of a grammar in llama.cpp's GBNF.
 *
 * @see <a href="https://github.com/ggml-org/llama.cpp/blob/master/grammars/README.md">GBNF</a>
 */
final class GbnfParser {
  private static final int MAX_REPETITION = 10_000;
  private static final int MAX_DEPTH = 200;

  private final String grammar;
  private final Map<String, List<List<GbnfPart>>> rules = new LinkedHashMap<>();
  private int at;

  private GbnfParser(String grammar) {
    this.grammar = grammar;
  }

  /**
   * Returns the alternatives of each rule, in the order of the rules.
   *
   * @throws IllegalArgumentException if the grammar is malformed; the message says where
   */
  static Map<String, List<List<GbnfPart>>> parse(String grammar) {
    return new GbnfParser(grammar).parse();
  }

  private Map<String, List<List<GbnfPart>>> parse() {
    space(true);
    while (!atEnd()) {
      String name = name();
      space(false);
      expect("::=");
      space(true);
      List<List<GbnfPart>> alternatives = alternatives(0);
      if (!atEnd() && peek() != '\n' && peek() != '\r') {
        throw malformed("the end of the line");
      }
      if (rules.put(name, alternatives) != null) {
        throw new IllegalArgumentException("The rule " + name + " is defined twice");
      }
      space(true);
    }
    return rules;
  }

  private List<List<GbnfPart>> alternatives(int depth) {
    if (depth > MAX_DEPTH) {
      throw malformed("less nesting");
    }
    List<List<GbnfPart>> alternatives = new ArrayList<>();
    alternatives.add(sequence(depth));
    while (!atEnd() && peek() == '|') {
      at++;
      space(true);
      alternatives.add(sequence(depth));
    }
    return alternatives;
  }

  private List<GbnfPart> sequence(int depth) {
    List<GbnfPart> parts = new ArrayList<>();
    while (!atEnd()) {
      char c = peek();
      if (c == '"') {
        parts.add(literal());
      } else if (c == '[') {
        parts.add(characterClass());
      } else if (c == '.') {
        at++;
        parts.add(new GbnfPart.CharacterClass(true, List.of()));
      } else if (c == '(') {
        at++;
        space(true);
        parts.add(new GbnfPart.Group(alternatives(depth + 1)));
        expect(")");
      } else if (isNameCharacter(c)) {
        parts.add(new GbnfPart.Reference(name()));
      } else if (c == '*' || c == '+' || c == '?' || c == '{') {
        // llama.cpp counts an empty literal as nothing.
        if (parts.isEmpty()
            || (parts.get(parts.size() - 1) instanceof GbnfPart.Literal last
                && last.text().isEmpty())) {
          throw malformed("something to repeat");
        }
        parts.add(repetition(parts.remove(parts.size() - 1), depth > 0));
      } else {
        break;
      }
      space(depth > 0);
    }
    return parts;
  }

  private GbnfPart literal() {
    at++;
    StringBuilder text = new StringBuilder();
    while (!atEnd() && peek() != '"') {
      int character = character();
      if (isHalf(character)) {
        throw malformed("no half of a surrogate pair before this place");
      }
      text.appendCodePoint(character);
    }
    expect("\"");
    return new GbnfPart.Literal(text.toString());
  }

  private GbnfPart characterClass() {
    at++;
    boolean negated = !atEnd() && peek() == '^';
    if (negated) {
      at++;
    }
    if (!atEnd() && peek() == ']') {
      throw malformed("a character");
    }
    List<GbnfPart.Range> ranges = new ArrayList<>();
    while (!atEnd() && peek() != ']') {
      int first = character();
      int last = first;
      if (at + 1 < grammar.length() && peek() == '-' && grammar.charAt(at + 1) != ']') {
        at++;
        last = character();
        if (last < first) {
          throw malformed("a range in ascending order before this place");
        }
      }
      ranges.add(new GbnfPart.Range(first, last));
    }
    expect("]");
    return new GbnfPart.CharacterClass(negated, ranges);
  }

  private GbnfPart repetition(GbnfPart part, boolean nested) {
    char c = peek();
    at++;
    return switch (c) {
      case '*' -> new GbnfPart.Repetition(part, 0, Integer.MAX_VALUE);
      case '+' -> new GbnfPart.Repetition(part, 1, Integer.MAX_VALUE);
      case '?' -> new GbnfPart.Repetition(part, 0, 1);
      default -> counted(part, nested);
    };
  }

  private GbnfPart counted(GbnfPart part, boolean nested) {
    space(nested);
    int least = count();
    int most = least;
    space(nested);
    if (!atEnd() && peek() == ',') {
      at++;
      space(nested);
      most = !atEnd() && peek() == '}' ? Integer.MAX_VALUE : count();
      if (most < least) {
        throw malformed("an upper bound that is not below the lower one");
      }
      space(nested);
    }
    expect("}");
    return new GbnfPart.Repetition(part, least, most);
  }

  private int count() {
    int start = at;
    while (!atEnd() && peek() >= '0' && peek() <= '9' && at - start < 6) {
      at++;
    }
    int count = at == start ? -1 : Integer.parseInt(grammar.substring(start, at));
    if (count < 0 || count > MAX_REPETITION) {
      at = start;
      throw malformed("a number up to " + MAX_REPETITION);
    }
    return count;
  }

  private int character() {
    char c = peek();
    if (c == '\n' || c == '\r' || c == 0) {
      throw malformed("the closing quote or bracket");
    }
    if (c != '\\') {
      int character = grammar.codePointAt(at);
      if (isHalf(character)) {
        throw malformed("no half of a surrogate pair");
      }
      at += Character.charCount(character);
      return character;
    }
    at++;
    char escape = atEnd() ? 0 : peek();
    at++;
    return switch (escape) {
      case 'x' -> hexadecimal(2);
      case 'u' -> hexadecimal(4);
      case 'U' -> hexadecimal(8);
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'n' -> '\n';
      case '\\', '"', '[', ']' -> escape;
      default -> {
        at -= 2;
        throw malformed("an escape of x, u, U, t, r, n, backslash, quote or bracket");
      }
    };
  }

  private static boolean isHalf(int character) {
    return Character.getType(character) == Character.SURROGATE;
  }

  private int hexadecimal(int digits) {
    long value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = atEnd() || peek() > 'f' ? -1 : Character.digit(peek(), 16);
      if (digit < 0) {
        throw malformed(digits + " hexadecimal digits");
      }
      value = value * 16 + digit;
      at++;
    }
    if (value > Character.MAX_CODE_POINT) {
      throw malformed("a Unicode character before this place");
    }
    return (int) value;
  }

  private String name() {
    int start = at;
    while (!atEnd() && isNameCharacter(peek())) {
      at++;
    }
    if (at == start) {
      throw malformed("the name of a rule");
    }
    return grammar.substring(start, at);
  }

  private static boolean isNameCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  }

  /** Passes over blanks and comments, and over line ends where they mean nothing. */
  private void space(boolean lineEnds) {
    while (!atEnd()) {
      char c = peek();
      if (c == '#') {
        while (!atEnd() && peek() != '\n' && peek() != '\r') {
          at++;
        }
      } else if (c == ' ' || c == '\t' || (lineEnds && (c == '\n' || c == '\r'))) {
        at++;
      } else {
        return;
      }
    }
  }

  private void expect(String text) {
    if (!grammar.startsWith(text, at)) {
      throw malformed(text);
    }
    at += text.length();
  }

  private boolean atEnd() {
    return at >= grammar.length();
  }

  private char peek() {
    return grammar.charAt(at);
  }

  private IllegalArgumentException malformed(String expected) {
    int from = Math.max(0, Math.min(at, grammar.length()) - 20);
    int to = Math.min(grammar.length(), at + 20);
    return new IllegalArgumentException(
        "The grammar is malformed at character "
            + at
            + " («"
            + grammar.substring(from, to).replace("\n", "\\n").replace("\r", "\\r")
            + "»): expected "
            + expected);
  }
}
