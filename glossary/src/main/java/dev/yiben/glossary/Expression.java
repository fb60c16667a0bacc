package dev.yiben.glossary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A regular expression of a glossary: checked when it is made, and bounded when it runs. */
record Expression(String source, Pattern pattern) {

  /**
   * Compiles an expression.
   *
   * @throws GlossaryException if it is wrong or matches the empty text
   */
  static Expression of(String source, boolean caseSensitive) {
    Expression expression = new Expression(source, compile(source, flags(caseSensitive)));
    if (expression.matchesEmptyText()) {
      throw new GlossaryException(
          "the regular expression \"%s\" matches the empty text; make it require a character"
              .formatted(source));
    }
    return expression;
  }

  /** Makes an expression that finds a text as it stands. */
  static Expression literal(String text, boolean caseSensitive) {
    return of(Pattern.quote(text), caseSensitive);
  }

  private static int flags(boolean caseSensitive) {
    int flags = Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    return caseSensitive ? flags : flags | Pattern.CASE_INSENSITIVE;
  }

  private static Pattern compile(String source, int flags) {
    try {
      return Pattern.compile(source, flags);
    } catch (PatternSyntaxException e) {
      throw new GlossaryException(
          ("\"%s\" is not a regular expression: %s; mend it (\\ before a character such as"
                  + " ( or [ takes it as it is)")
              .formatted(source, e.getDescription()));
    } catch (StackOverflowError e) {
      throw new GlossaryException(
          "the regular expression \"%s\" is nested too deeply; make it simpler".formatted(source));
    }
  }

  private boolean matchesEmptyText() {
    try {
      return pattern.matcher(new CountedText("")).find();
    } catch (CountedText.TooManyStepsException | StackOverflowError e) {
      throw tooLong("");
    }
  }

  /**
   * Checks what takes the place of matches.
   *
   * @throws GlossaryException if it refers to a group that the expression has not
   */
  void checkReferences(String template) {
    try {
      // The empty alternative matches at once, so that the template is expanded as in a real match.
      Pattern.compile("|" + source, pattern.flags()).matcher("").replaceFirst(template);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new GlossaryException(
          ("the target \"%s\" refers to a group that \"%s\" has not;"
                  + " write a dollar sign of the text's own as \\$")
              .formatted(template, source));
    }
  }

  /**
   * Finds matches in a text, from left to right without overlaps.
   *
   * @param template what takes their place, with references to groups; nothing for the match itself
   * @throws GlossaryException if the expression takes too many steps on this text
   */
  List<Splice> find(String text, Optional<String> template) {
    List<Splice> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(new CountedText(text));
    int expandedTo = 0;
    try {
      while (matcher.find()) {
        int start = matcher.start();
        int end = matcher.end();
        if (end == start) {
          continue;
        }
        String replacement = text.substring(start, end);
        if (template.isPresent()) {
          StringBuilder expanded = new StringBuilder();
          matcher.appendReplacement(expanded, template.get());
          replacement = expanded.substring(start - expandedTo);
          expandedTo = end;
        }
        found.add(new Splice(start, end, replacement));
      }
    } catch (CountedText.TooManyStepsException | StackOverflowError e) {
      throw tooLong(text);
    }
    return found;
  }

  private GlossaryException tooLong(String text) {
    return new GlossaryException(
        ("the regular expression \"%s\" of the glossary takes too long on a text of %d"
                + " characters; avoid nested repetition such as (a+)+")
            .formatted(source, text.length()));
  }
}
