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

  /**
   * Returns the violations, each once: first the missing translations, then the forbidden ones.
   *
   * <p>The target must hold the translation of each match at least once, however often the term
   * occurs, and no forbidden variant but as part of a right translation. Letter case counts for
   * case-sensitive terms, and for terms that stay as they are.
   *
   * @param matches what {@link TermMatcher#match} found in the source
   * @param target the target's text
   */
  public static List<TermViolation> violations(List<TermMatch> matches, String target) {
    if (matches.isEmpty()) {
      return List.of();
    }
    Set<TermViolation> violations = new LinkedHashSet<>();
    String even = FoldedText.evenSpaces(target);
    String folded = FoldedText.fold(even);
    for (TermMatch match : matches) {
      String wanted = FoldedText.evenSpaces(match.target());
      boolean held =
          isExact(match) ? even.contains(wanted) : folded.contains(FoldedText.fold(wanted));
      if (!held) {
        violations.add(new TermViolation(match.term(), missing(match)));
      }
    }
    violations.addAll(forbidden(matches, target));
    return List.copyOf(violations);
  }

  private static boolean isExact(TermMatch match) {
    return match.term().caseSensitive() || match.term().doNotTranslate();
  }

  private static String missing(TermMatch match) {
    return match.term().doNotTranslate()
        ? "\"%s\" must stay as it is".formatted(match.text())
        : "\"%s\" must be \"%s\"".formatted(match.text(), match.target());
  }

  /** Matches variants and right translations together, so that the longer hides the shorter. */
  private static List<TermViolation> forbidden(List<TermMatch> matches, String target) {
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
    for (TermMatch found : new TermMatcher(Glossary.of(all)).match(target)) {
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
