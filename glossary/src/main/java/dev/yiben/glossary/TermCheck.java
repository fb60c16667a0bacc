package dev.yiben.glossary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says which terms of the source a target does not honour. */
public final class TermCheck {
  private TermCheck() {}

  /** Returns the violations of a target in a language of whose words nothing is known. */
  public static List<TermViolation> violations(List<TermMatch> matches, String target) {
    return violations(matches, target, "");
  }

  /**
   * Returns the violations, each once: first the missing translations, then the forbidden ones.
   *
   * <p>The target must hold the translation of each match at least once, however often the term
   * occurs, and no forbidden variant but as part of a right translation. Letter case counts for
   * case-sensitive terms, and for terms that stay as they are.
   *
   * <p>Half and full width are the same. Other translations than those for which letter case counts
   * may be inflected, where the forms of the target language are known.
   *
   * @param matches what {@link TermMatcher#match} found in the source
   * @param target the target's text
   * @param language the target's, as a tag such as {@code de} or {@code pt-BR}
   */
  public static List<TermViolation> violations(
      List<TermMatch> matches, String target, String language) {
    if (matches.isEmpty()) {
      return List.of();
    }
    Set<TermViolation> violations = new LinkedHashSet<>();
    TargetText text = new TargetText(target, language);
    for (TermMatch match : matches) {
      if (!text.holds(match)) {
        violations.add(new TermViolation(match.term(), missing(match)));
      }
    }
    violations.addAll(forbidden(matches, target, language));
    return List.copyOf(violations);
  }

  private static String missing(TermMatch match) {
    return match.term().doNotTranslate()
        ? "\"%s\" must stay as it is".formatted(match.text())
        : "\"%s\" must be \"%s\"".formatted(match.text(), match.target());
  }

  /** Matches variants and right translations together, so that the longer hides the shorter. */
  private static List<TermViolation> forbidden(
      List<TermMatch> matches, String target, String language) {
    Map<Term, TermMatch> variants = new LinkedHashMap<>();
    List<Term> right = new ArrayList<>();
    for (TermMatch match : matches) {
      right.add(plain(match.target(), match, false));
      for (String variant : match.term().forbidden()) {
        variants.putIfAbsent(plain(variant, match, match.term().wholeWord()), match);
      }
    }
    if (variants.isEmpty()) {
      return List.of();
    }
    List<Term> all = new ArrayList<>(right);
    all.addAll(variants.keySet());
    List<TermViolation> violations = new ArrayList<>();
    for (TermMatch found : new TermMatcher(Glossary.of(all)).in(language).match(target)) {
      TermMatch match = variants.get(found.term());
      if (match != null) {
        violations.add(
            new TermViolation(
                match.term(),
                "\"%s\" must be \"%s\", not \"%s\""
                    .formatted(match.text(), match.target(), found.text())));
      }
    }
    return violations;
  }

  private static Term plain(String text, TermMatch match, boolean wholeWord) {
    return new Term(
        text, match.target(), "", match.term().caseSensitive(), wholeWord, false, false, List.of());
  }
}
