package dev.yiben.glossary;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Finds what a {@link Replacement} replaces; immutable and safe for use by several threads.
 *
 * <p>A glossary's replacements are made one after the other: each sees what those before it left.
 */
public final class TextReplacer {
  private final Expression expression;
  private final String template;

  /**
   * Creates a replacer.
   *
   * @throws GlossaryException if a regular expression is wrong or matches the empty text, or what
   *     replaces it refers to a group that it has not
   */
  public TextReplacer(Replacement replacement) {
    if (replacement.regex()) {
      expression = Expression.of(replacement.find(), replacement.caseSensitive());
      template = replacement.replace();
      expression.checkReferences(template);
    } else {
      expression = Expression.literal(replacement.find(), replacement.caseSensitive());
      template = Matcher.quoteReplacement(replacement.replace());
    }
  }

  /**
   * Returns what is to be replaced in a text, in its order and without overlaps.
   *
   * @throws GlossaryException if a regular expression takes too many steps on this text
   */
  public List<Splice> find(String text) {
    return expression.find(text, Optional.of(template));
  }

  /**
   * Returns a text with the replacements made.
   *
   * @throws GlossaryException if a regular expression takes too many steps on this text
   */
  public String apply(String text) {
    StringBuilder replaced = new StringBuilder();
    int copied = 0;
    for (Splice splice : find(text)) {
      replaced.append(text, copied, splice.start()).append(splice.text());
      copied = splice.end();
    }
    return replaced.append(text, copied, text.length()).toString();
  }
}
