package dev.yiben.glossary;

import java.util.List;
import java.util.Optional;

/** A term whose source is a regular expression, its target's references to groups checked. */
record RegexTerm(Term term, Expression expression) {

  /**
   * Compiles a term.
   *
   * @throws GlossaryException if the expression is wrong or matches the empty text, or the target
   *     refers to a group that it has not
   */
  static RegexTerm of(Term term) {
    Expression expression = Expression.of(term.source(), term.caseSensitive());
    if (!term.doNotTranslate()) {
      expression.checkReferences(term.target());
    }
    return new RegexTerm(term, expression);
  }

  /**
   * Finds the term in a text, from left to right without overlaps.
   *
   * @throws GlossaryException if the expression takes too many steps on this text
   */
  List<TermMatch> find(String text) {
    Optional<String> template =
        term.doNotTranslate() ? Optional.empty() : Optional.of(term.target());
    return expression.find(text, template).stream()
        .map(
            found ->
                new TermMatch(
                    term,
                    text.substring(found.start(), found.end()),
                    found.text(),
                    found.start(),
                    found.end()))
        .toList();
  }
}
