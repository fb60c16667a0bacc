package dev.yiben.pipeline.grammar;

import dev.yiben.glossary.TermMatch;
import dev.yiben.pipeline.check.Language;
import dev.yiben.pipeline.plan.PlannedSegment;
import dev.yiben.pipeline.prompt.LanguagePair;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps a source language's own syllabary out of a translation.
 *
 * <p>Only writings that no other language borrows are kept out: kana and hangul. Names in Latin
 * letters or Han characters may well stay as they are.
 */
public final class ForbiddenWriting {
  // The middle dot (U+30FB) and the long-vowel mark (U+30FC) are used in other languages too.
  private static final String KANA = "\\u3041-\\u309F\\u30A1-\\u30FA";
  private static final String HANGUL = "\\u1100-\\u11FF\\u3131-\\u318E\\uAC00-\\uD7A3";

  private ForbiddenWriting() {}

  /** Returns ranges as in a character class, or nothing where a term of the segments needs them. */
  public static String of(LanguagePair languages, List<PlannedSegment> segments) {
    if (languages.source().isEmpty()) {
      return "";
    }
    Set<Language.Writing> foreign = EnumSet.noneOf(Language.Writing.class);
    foreign.addAll(Language.writings(languages.source().get()));
    foreign.removeAll(Language.writings(languages.target()));
    StringBuilder ranges = new StringBuilder();
    if (forbids(Language.Writing.KANA, foreign, segments)) {
      ranges.append(KANA);
    }
    if (forbids(Language.Writing.HANGUL, foreign, segments)) {
      ranges.append(HANGUL);
    }
    return ranges.toString();
  }

  private static boolean forbids(
      Language.Writing writing, Set<Language.Writing> foreign, List<PlannedSegment> segments) {
    return foreign.contains(writing)
        && segments.stream()
            .flatMap(segment -> segment.terms().stream())
            .noneMatch(match -> needs(match, writing));
  }

  private static boolean needs(TermMatch match, Language.Writing writing) {
    return match.target().codePoints().anyMatch(c -> Language.writing(c) == writing);
  }
}
