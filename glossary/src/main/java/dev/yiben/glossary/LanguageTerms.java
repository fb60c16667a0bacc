package dev.yiben.glossary;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The terms of a glossary for texts in several languages; safe for use by several threads. */
public final class LanguageTerms {
  private final TermMatcher matcher;
  private final Map<String, TermMatcher> byLanguage = new ConcurrentHashMap<>();

  /**
   * Creates the matchers of a glossary.
   *
   * @throws GlossaryException if a regular expression or a target's reference to a group is wrong
   */
  public LanguageTerms(Glossary glossary) {
    matcher = new TermMatcher(glossary);
  }

  /** Returns the matcher for texts in a language, made once, or in one that is not known. */
  public TermMatcher in(Optional<String> language) {
    return language.map(tag -> byLanguage.computeIfAbsent(tag, matcher::in)).orElse(matcher);
  }
}
