package dev.yiben.glossary;

import java.util.List;

/**
 * Finds texts that must not occur in any target: as whole words, in any letter case; immutable and
 * safe for use by several threads.
 */
public final class ForbiddenTexts {
  private final TermMatcher matcher;

  /** Creates a finder. */
  public ForbiddenTexts(List<String> texts) {
    matcher =
        new TermMatcher(
            Glossary.of(texts.stream().map(text -> Term.of(text, text)).distinct().toList()));
  }

  /**
   * Returns the forbidden texts of a target, as they stand there, each once.
   *
   * @param terms what was found in the source: a forbidden text within a right translation of one
   *     of them is none
   */
  public List<String> find(String target, List<TermMatch> terms) {
    List<TermMatch> found = matcher.match(target);
    if (found.isEmpty()) {
      return List.of();
    }
    List<TermMatch> right =
        new TermMatcher(
                Glossary.of(
                    terms.stream()
                        .map(match -> Term.of(match.target(), match.target()))
                        .distinct()
                        .toList()))
            .match(target);
    return found.stream()
        .filter(
            match ->
                right.stream()
                    .noneMatch(term -> term.start() <= match.start() && match.end() <= term.end()))
        .map(TermMatch::text)
        .distinct()
        .toList();
  }
}
