package dev.yiben.inference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks a grammar before it reaches native code, which ignores a grammar that it cannot read and
 * lets the model write anything.
 *
 * <p>Besides the syntax, every rule must be defined, {@code root} must be there, and no rule may
 * reach itself before it has consumed a character. What may be empty must not be repeated:
 * llama.cpp ignores such a grammar, hangs or crashes.
 */
final class GbnfSyntax {
  private static final int MAX_LENGTH = 1 << 22;
  private static final int MAX_REPETITION = 10_000;
  private static final int MAX_DEPTH = 200;

  /** A part of a rule: whether it may match nothing, and which rules may begin it. */
  private sealed interface Part {
    record Characters(boolean empty) implements Part {}

    record Reference(String rule) implements Part {}

    record Group(List<List<Part>> alternatives) implements Part {}

    record Repetition(Part part, int least, int most) implements Part {}
  }

  private final String grammar;
  private final Map<String, List<List<Part>>> rules = new LinkedHashMap<>();
  private final Set<String> nullable = new HashSet<>();
  private int at;

  private GbnfSyntax(String grammar) {
    this.grammar = grammar;
  }

  /**
   * Checks a grammar.
   *
   * @throws IllegalArgumentException if it is malformed; the message says where
   */
  static void check(String grammar) {
    if (grammar.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("The grammar is longer than " + MAX_LENGTH);
    }
    GbnfSyntax syntax = new GbnfSyntax(grammar);
    syntax.parse();
    syntax.checkReferences();
    syntax.findNullable();
    syntax.checkRecursion();
  }

  private void parse() {
    space(true);
    while (!atEnd()) {
      String name = name();
      space(false);
      expect("::=");
      space(true);
      List<List<Part>> alternatives = alternatives(0);
      if (!atEnd() && peek() != '\n' && peek() != '\r') {
        throw malformed("the end of the line");
      }
      if (rules.put(name, alternatives) != null) {
        throw new IllegalArgumentException("The rule " + name + " is defined twice");
      }
      space(true);
    }
  }

  private List<List<Part>> alternatives(int depth) {
    if (depth > MAX_DEPTH) {
      throw malformed("less nesting");
    }
    List<List<Part>> alternatives = new ArrayList<>();
    alternatives.add(sequence(depth));
    while (!atEnd() && peek() == '|') {
      at++;
      space(true);
      alternatives.add(sequence(depth));
    }
    return alternatives;
  }

  private List<Part> sequence(int depth) {
    List<Part> parts = new ArrayList<>();
    while (!atEnd()) {
      char c = peek();
      if (c == '"') {
        parts.add(literal());
      } else if (c == '[') {
        parts.add(characterClass());
      } else if (c == '.') {
        at++;
        parts.add(new Part.Characters(false));
      } else if (c == '(') {
        at++;
        space(true);
        parts.add(new Part.Group(alternatives(depth + 1)));
        expect(")");
      } else if (isNameCharacter(c)) {
        parts.add(new Part.Reference(name()));
      } else if (c == '*' || c == '+' || c == '?' || c == '{') {
        // llama.cpp counts an empty literal as nothing.
        if (parts.isEmpty()
            || (parts.get(parts.size() - 1) instanceof Part.Characters last && last.empty())) {
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

  private Part literal() {
    at++;
    boolean empty = true;
    while (!atEnd() && peek() != '"') {
      character();
      empty = false;
    }
    expect("\"");
    return new Part.Characters(empty);
  }

  private Part characterClass() {
    at++;
    if (!atEnd() && peek() == '^') {
      at++;
    }
    if (!atEnd() && peek() == ']') {
      throw malformed("a character");
    }
    while (!atEnd() && peek() != ']') {
      int first = character();
      if (at + 1 < grammar.length() && peek() == '-' && grammar.charAt(at + 1) != ']') {
        at++;
        if (character() < first) {
          throw malformed("a range in ascending order before this place");
        }
      }
    }
    expect("]");
    return new Part.Characters(false);
  }

  private Part repetition(Part part, boolean nested) {
    char c = peek();
    at++;
    return switch (c) {
      case '*' -> new Part.Repetition(part, 0, Integer.MAX_VALUE);
      case '+' -> new Part.Repetition(part, 1, Integer.MAX_VALUE);
      case '?' -> new Part.Repetition(part, 0, 1);
      default -> counted(part, nested);
    };
  }

  private Part counted(Part part, boolean nested) {
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
    return new Part.Repetition(part, least, most);
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
      if (Character.getType(character) == Character.SURROGATE) {
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

  private void checkReferences() {
    if (!rules.containsKey("root")) {
      throw new IllegalArgumentException("The grammar has no rule named root");
    }
    rules.forEach(
        (name, alternatives) ->
            alternatives.forEach(parts -> parts.forEach(part -> checkReference(name, part))));
  }

  private void checkReference(String rule, Part part) {
    if (part instanceof Part.Reference reference) {
      if (!rules.containsKey(reference.rule())) {
        throw new IllegalArgumentException(
            "The rule " + rule + " refers to the undefined rule " + reference.rule());
      }
    } else if (part instanceof Part.Group group) {
      group.alternatives().forEach(parts -> parts.forEach(inner -> checkReference(rule, inner)));
    } else if (part instanceof Part.Repetition repetition) {
      checkReference(rule, repetition.part());
    }
  }

  private void findNullable() {
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Map.Entry<String, List<List<Part>>> rule : rules.entrySet()) {
        if (mayBeEmpty(rule.getValue())) {
          grown |= nullable.add(rule.getKey());
        }
      }
    }
  }

  private boolean mayBeEmpty(List<List<Part>> alternatives) {
    return alternatives.stream().anyMatch(parts -> parts.stream().allMatch(this::mayBeEmpty));
  }

  private boolean mayBeEmpty(Part part) {
    if (part instanceof Part.Characters characters) {
      return characters.empty();
    }
    if (part instanceof Part.Reference reference) {
      return nullable.contains(reference.rule());
    }
    if (part instanceof Part.Group group) {
      return mayBeEmpty(group.alternatives());
    }
    return part instanceof Part.Repetition repetition
        && (repetition.least() == 0 || mayBeEmpty(repetition.part()));
  }

  private void checkRecursion() {
    Map<String, Set<String>> beginnings = new HashMap<>();
    rules.forEach(
        (name, alternatives) -> {
          Set<String> first = new HashSet<>();
          addBeginnings(name, alternatives, first);
          beginnings.put(name, first);
        });
    Set<String> done = new HashSet<>();
    for (String name : rules.keySet()) {
      walk(name, beginnings, new ArrayList<>(), done);
    }
  }

  private void addBeginnings(String rule, List<List<Part>> alternatives, Set<String> first) {
    for (List<Part> parts : alternatives) {
      boolean reachable = true;
      for (Part part : parts) {
        addBeginnings(rule, part, reachable, first);
        reachable = reachable && mayBeEmpty(part);
      }
    }
  }

  private void addBeginnings(String rule, Part part, boolean reachable, Set<String> first) {
    if (part instanceof Part.Reference reference && reachable) {
      first.add(reference.rule());
    } else if (part instanceof Part.Group group) {
      addBeginnings(rule, group.alternatives(), reachable ? first : new HashSet<>());
    } else if (part instanceof Part.Repetition repetition) {
      if (repetition.most() > 1 && mayBeEmpty(repetition.part())) {
        throw new IllegalArgumentException("The rule " + rule + " repeats what may be empty");
      }
      addBeginnings(rule, repetition.part(), reachable, first);
    }
  }

  private static void walk(
      String start, Map<String, Set<String>> beginnings, List<String> path, Set<String> done) {
    if (path.contains(start)) {
      throw new IllegalArgumentException("The rule " + start + " begins with itself");
    }
    if (path.size() > MAX_DEPTH) {
      throw new IllegalArgumentException("The rules begin with each other too deeply");
    }
    if (done.contains(start)) {
      return;
    }
    path.add(start);
    beginnings.get(start).forEach(next -> walk(next, beginnings, path, done));
    path.remove(path.size() - 1);
    done.add(start);
  }
}
