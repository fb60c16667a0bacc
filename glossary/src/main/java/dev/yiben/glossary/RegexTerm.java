package dev.yiben.glossary;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A term whose source is a regular expression, compiled, and its target's back-references checked.
 */
record RegexTerm(Term term, Pattern pattern) {

  /**
   * Compiles a term.
   *
   * @throws GlossaryException if the expression is wrong or matches the empty text, or the target
   *     refers to a group that it has not
   */
  static RegexTerm of(Term term) {
    int flags = Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    if (!term.caseSensitive()) {
      flags |= Pattern.CASE_INSENSITIVE;
    }
    Pattern pattern;
    try {
      pattern = Pattern.compile(term.source(), flags);
    } catch (PatternSyntaxException e) {
      throw new GlossaryException(
          "\"%s\" is not a regular expression: %s; mend it, or remove \"regex: true\""
              .formatted(term.source(), e.getDescription()));
    }
    if (pattern.matcher("").find()) {
      throw new GlossaryException(
          "the regular expression \"%s\" matches the empty text; make it require a character"
              .formatted(term.source()));
    }
    if (!term.doNotTranslate()) {
      checkReferences(term, flags);
    }
    return new RegexTerm(term, pattern);
  }

  private static void checkReferences(Term term, int flags) {
    try {
      // The empty alternative matches at once, so that the target is expanded as in a real match.
      Pattern.compile("|" + term.source(), flags).matcher("").replaceFirst(term.target());
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new GlossaryException(
          ("the target \"%s\" refers to a group that \"%s\" has not;"
                  + " write a dollar sign of the text's own as \\$")
              .formatted(term.target(), term.source()));
    }
  }

  /**
   * Finds the term in a text, from left to right without overlaps.
   *
   * @throws GlossaryException if the expression takes too many steps on this text
   */
  List<TermMatch> find(String text) {
    List<TermMatch> matches = new ArrayList<>();
    Matcher matcher = pattern.matcher(new CountedText(text));
    int expandedTo = 0;
    try {
      while (matcher.find()) {
        int start = matcher.start();
        int end = matcher.end();
        if (end == start) {
          continue;
        }
        String matched = text.substring(start, end);
        String target = matched;
        if (!term.doNotTranslate()) {
          StringBuilder expanded = new StringBuilder();
          matcher.appendReplacement(expanded, term.target());
          target = expanded.substring(start - expandedTo);
          expandedTo = end;
        }
        matches.add(new TermMatch(term, matched, target, start, end));
      }
    } catch (CountedText.TooManyStepsException | StackOverflowError e) {
      throw new GlossaryException(
          ("the regular expression \"%s\" of the glossary takes too long on a text of %d"
                  + " characters; avoid nested repetition such as (a+)+")
              .formatted(term.source(), text.length()));
    }
    return matches;
  }
}
