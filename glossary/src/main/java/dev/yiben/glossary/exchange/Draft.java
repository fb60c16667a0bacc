package dev.yiben.glossary.exchange;

import dev.yiben.glossary.ExamplePair;
import dev.yiben.glossary.Glossary;
import dev.yiben.glossary.Persona;
import dev.yiben.glossary.Replacement;
import dev.yiben.glossary.Style;
import dev.yiben.glossary.Term;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A glossary that is being read: takes what is valid, and tells of the rest. */
final class Draft {
  private static final int MAX_LENGTH = 1_000;

  private final List<Notice> notices;
  private final Map<TermName, Term> terms = new LinkedHashMap<>();
  private final Map<TermName, Integer> lines = new HashMap<>();
  private final Map<String, Persona> personas = new LinkedHashMap<>();
  private final Set<String> forbidden = new LinkedHashSet<>();
  private final Set<Replacement> before = new LinkedHashSet<>();
  private final Set<Replacement> after = new LinkedHashSet<>();
  private final Set<String> patterns = new LinkedHashSet<>();
  private final Set<ExamplePair> examples = new LinkedHashSet<>();
  private Style style = Style.NONE;

  Draft(List<Notice> notices) {
    this.notices = notices;
  }

  /** What makes two terms the same. */
  private record TermName(String source, boolean caseSensitive, boolean wholeWord, boolean regex) {
    static TermName of(Term term) {
      return new TermName(
          term.caseSensitive() || term.regex()
              ? term.source()
              : term.source().toLowerCase(Locale.ROOT),
          term.caseSensitive(),
          term.wholeWord(),
          term.regex());
    }
  }

  void add(int line, Term term) {
    if (!isText(line, term.source()) || !isText(line, term.target())) {
      return;
    }
    if (term.regex() && !isExpression(line, term.source(), term.target())) {
      return;
    }
    TermName name = TermName.of(term);
    Term there = terms.putIfAbsent(name, term);
    if (there == null) {
      lines.put(name, line);
    } else if (!there.equals(term)) {
      notices.add(
          new Notice(
              line,
              "\"%s\" stands on line %d already, as \"%s\"; this one is left out"
                  .formatted(term.source(), lines.get(name), there.target())));
    }
  }

  void add(int line, Persona persona) {
    if (!isText(line, persona.name())) {
      return;
    }
    Persona there = personas.putIfAbsent(persona.name(), persona);
    if (there != null && !there.equals(persona)) {
      notices.add(new Notice(line, "\"%s\" is there already; left out".formatted(persona.name())));
    }
  }

  void add(int line, Part part, Replacement replacement) {
    if (isText(line, replacement.find())
        && (!replacement.regex()
            || isExpression(line, replacement.find(), replacement.replace()))) {
      (part == Part.BEFORE ? before : after).add(replacement);
    }
  }

  void addProtected(int line, String pattern) {
    if (isText(line, pattern) && isExpression(line, pattern, "")) {
      patterns.add(pattern);
    }
  }

  void addForbidden(int line, String text) {
    if (isText(line, text)) {
      forbidden.add(text);
    }
  }

  void add(int line, ExamplePair example) {
    if (isText(line, example.source()) && isText(line, example.target())) {
      examples.add(example);
    }
  }

  void add(Style other) {
    style = other;
  }

  Glossary glossary() {
    return new Glossary(
        List.copyOf(terms.values()),
        List.copyOf(personas.values()),
        style,
        List.copyOf(forbidden),
        List.copyOf(before),
        List.copyOf(after),
        List.copyOf(patterns),
        List.copyOf(examples));
  }

  private boolean isText(int line, String text) {
    if (text.length() > MAX_LENGTH || text.lines().count() > 1) {
      notices.add(
          new Notice(
              line,
              "\"%s\" is longer than %d characters or a line; left out"
                  .formatted(start(text), MAX_LENGTH)));
      return false;
    }
    return !text.isBlank();
  }

  private static String start(String text) {
    return text.lines()
            .findFirst()
            .orElse("")
            .codePoints()
            .limit(30)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        + "…";
  }

  private boolean isExpression(int line, String expression, String target) {
    String problem;
    try {
      if (Pattern.compile(expression).matcher("").find()) {
        problem = "matches the empty text";
      } else {
        Pattern.compile("|" + expression).matcher("").replaceFirst(target);
        return true;
      }
    } catch (PatternSyntaxException e) {
      problem = "is no regular expression: " + e.getDescription();
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      problem = "has no such group as \"" + target + "\" refers to";
    }
    notices.add(new Notice(line, "\"%s\" %s; left out".formatted(expression, problem)));
    return false;
  }
}
