package dev.yiben.pipeline;

import dev.yiben.formats.document.SegmentId;
import dev.yiben.glossary.Glossary;
import dev.yiben.glossary.LanguageTerms;
import dev.yiben.glossary.Term;
import dev.yiben.glossary.TermCheck;
import dev.yiben.glossary.TermMatch;
import dev.yiben.glossary.TermMatcher;
import dev.yiben.glossary.TermViolation;
import dev.yiben.pipeline.check.Finding;
import dev.yiben.pipeline.check.GlossaryCheck;
import dev.yiben.pipeline.prepare.Preparation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a job's translations made of a term of its glossary.
 *
 * @param term the entry
 * @param segments how many segments with a translation have it in their source; of a plan, how many
 *     will
 * @param violations where the translation does not honour it, in the order of the job
 */
public record TermUse(Term term, int segments, List<Violation> violations) {
  public TermUse {
    violations = List.copyOf(violations);
  }

  /** How a term fared. */
  public enum Kind {
    /** It occurs, and every translation honours it. */
    USED,
    /** It occurs in no segment. */
    UNUSED,
    /** It occurs, and some translation does not honour it. */
    VIOLATED
  }

  /**
   * A place where a term is not honoured.
   *
   * @param input the file
   * @param segment the segment in it
   * @param message what is wrong, in one line
   */
  public record Violation(Path input, SegmentId segment, String message) {}

  /**
   * Returns what became of each term, in the glossary's order; names of characters are terms too.
   *
   * <p>Violations are those that the checks have found: none where they did not look.
   *
   * @param targetLanguage of the translations, as a BCP 47 tag
   */
  public static List<TermUse> of(
      Glossary glossary, String targetLanguage, List<DocumentResult> documents) {
    LanguageTerms terms = new LanguageTerms(glossary);
    Preparation preparation = Preparation.of(glossary);
    Map<Term, Integer> segments = new HashMap<>();
    Map<Term, List<Violation>> violations = new HashMap<>();
    for (DocumentResult document : documents) {
      TermMatcher matcher = terms.in(document.sourceLanguage());
      for (SegmentOutcome outcome : document.segments()) {
        if (outcome.fate() == Fate.TRANSLATED || outcome.fate() == Fate.REUSED) {
          List<TermMatch> matches = matcher.match(preparation.source(outcome.segment()).wordText());
          matches.stream()
              .map(TermMatch::term)
              .distinct()
              .forEach(term -> segments.merge(term, 1, Integer::sum));
          for (TermViolation violation : violations(matches, outcome, targetLanguage)) {
            violations
                .computeIfAbsent(violation.term(), term -> new ArrayList<>())
                .add(new Violation(document.input(), outcome.segment().id(), violation.message()));
          }
        }
      }
    }
    return glossary.allTerms().stream()
        .map(
            term ->
                new TermUse(
                    term, segments.getOrDefault(term, 0), violations.getOrDefault(term, List.of())))
        .toList();
  }

  private static Set<TermViolation> violations(
      List<TermMatch> matches, SegmentOutcome outcome, String language) {
    Set<String> found =
        outcome.findings().stream()
            .filter(finding -> finding.id().equals(GlossaryCheck.ID))
            .map(Finding::message)
            .collect(Collectors.toSet());
    if (found.isEmpty()) {
      return Set.of();
    }
    Set<TermViolation> violations = new LinkedHashSet<>();
    // All that can be missing, and what stands there that must not.
    for (String text : List.of("", outcome.target().plainText(), outcome.target().wordText())) {
      violations.addAll(TermCheck.violations(matches, text, language));
    }
    violations.removeIf(violation -> !found.contains(violation.message()));
    return violations;
  }

  /** Returns how the term fared. */
  public Kind kind() {
    if (!violations.isEmpty()) {
      return Kind.VIOLATED;
    }
    return segments == 0 ? Kind.UNUSED : Kind.USED;
  }
}
