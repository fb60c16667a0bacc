package dev.yiben.pipeline.plan;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.glossary.ExamplePair;
import dev.yiben.glossary.TermCheck;
import dev.yiben.glossary.TermMatcher;
import dev.yiben.pipeline.check.CheckedSegment;
import dev.yiben.pipeline.check.Finding;
import dev.yiben.pipeline.check.QaChecks;
import dev.yiben.pipeline.prompt.LanguagePair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Decides which targets of a translation memory are taken as they are.
 *
 * <p>A target is checked again, with the glossary and the severities of this run. It is taken if it
 * would not be refused, and if nothing that is worth asking again is found in it that was not when
 * it was accepted: so a changed term has its segments asked for. A sentence that runs through
 * several segments is taken whole or not at all, since its parts may stand elsewhere in another
 * translation.
 */
public final class Recaller {
  private final QaChecks checks;
  private final LanguagePair languages;
  private final TermMatcher terms;

  Recaller(QaChecks checks, LanguagePair languages, TermMatcher terms) {
    this.checks = checks;
    this.languages = languages;
    this.terms = terms;
  }

  /** Returns findings as a memory keeps them. */
  public static List<String> known(List<Finding> findings) {
    return findings.stream().map(Recaller::known).toList();
  }

  private static String known(Finding finding) {
    return finding.id() + " " + finding.message();
  }

  /** Returns what is taken, by index. */
  Map<Integer, Recalled> recall(List<Segment> segments, Map<Integer, MemoryMatch> matches) {
    Map<Integer, CodedText> targets = new HashMap<>();
    matches.forEach(
        (index, match) -> {
          if (match.kind() != MemoryMatch.Kind.SIMILAR) {
            target(segments.get(index), match).ifPresent(target -> targets.put(index, target));
          }
        });
    Map<Integer, Recalled> recalled = new TreeMap<>();
    int start = 0;
    for (int index = 0; index < segments.size(); index++) {
      if (!goesOn(segments, index)) {
        recalled.putAll(recallSentence(segments, start, index + 1, matches, targets));
        start = index + 1;
      }
    }
    return recalled;
  }

  /** Returns a similar unit as an example, unless a term is rendered otherwise now. */
  Optional<ExamplePair> example(MemoryMatch match) {
    return Optional.ofNullable(match)
        .filter(m -> m.kind() == MemoryMatch.Kind.SIMILAR)
        .filter(
            m ->
                TermCheck.violations(terms.match(m.source()), m.target(), languages.target())
                    .isEmpty())
        .map(m -> new ExamplePair(m.source(), m.target()));
  }

  private static Optional<CodedText> target(Segment segment, MemoryMatch match) {
    try {
      return Optional.of(segment.source().withMarked(match.target()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean goesOn(List<Segment> segments, int index) {
    Segment segment = segments.get(index);
    return segment.hints().continues()
        && index + 1 < segments.size()
        && segments.get(index + 1).stream().equals(segment.stream());
  }

  private Map<Integer, Recalled> recallSentence(
      List<Segment> segments,
      int start,
      int end,
      Map<Integer, MemoryMatch> matches,
      Map<Integer, CodedText> targets) {
    if (!IntStream.range(start, end).allMatch(targets::containsKey)) {
      return Map.of();
    }
    List<CodedText> sentence =
        end - start == 1 ? List.of() : IntStream.range(start, end).mapToObj(targets::get).toList();
    Map<Integer, Recalled> recalled = new HashMap<>();
    for (int index = start; index < end; index++) {
      Segment segment = segments.get(index);
      CodedText target = targets.get(index);
      MemoryMatch match = matches.get(index);
      List<Finding> findings =
          checks.check(
              new CheckedSegment(
                  segment,
                  target,
                  languages.source(),
                  languages.target(),
                  terms.match(segment.source().wordText()),
                  sentence));
      if (!isTaken(findings, match)) {
        return Map.of();
      }
      recalled.put(index, new Recalled(target, match.kind(), findings));
    }
    return recalled;
  }

  private boolean isTaken(List<Finding> findings, MemoryMatch match) {
    Set<String> before = match.findings().stream().collect(Collectors.toSet());
    List<Finding> fresh = findings.stream().filter(f -> !before.contains(known(f))).toList();
    return !QaChecks.refuses(findings) && !checks.worthAskingAgain(fresh);
  }
}
