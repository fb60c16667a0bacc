package dev.yiben.pipeline.pair;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.glossary.TermMatcher;
import dev.yiben.pipeline.Fate;
import dev.yiben.pipeline.SegmentOutcome;
import dev.yiben.pipeline.check.CheckedSegment;
import dev.yiben.pipeline.check.Finding;
import dev.yiben.pipeline.check.QaChecks;
import dev.yiben.pipeline.check.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the pairs of a file. */
final class CheckedPairs {
  /** What is left out for a reason: nothing in it could be translated. */
  private static final String NO_LETTERS = "no-letters";

  /** Only the translation has it. */
  static final String ONLY_IN_TARGET = "only-in-target";

  private static final int QUOTED = 60;

  private final QaChecks checks;
  private final TermMatcher terms;
  private final Map<String, Severity> severities;
  private final Optional<String> sourceLanguage;
  private final String targetLanguage;

  CheckedPairs(
      QaChecks checks,
      TermMatcher terms,
      Map<String, Severity> severities,
      Optional<String> sourceLanguage,
      String targetLanguage) {
    this.checks = checks;
    this.terms = terms;
    this.severities = severities;
    this.sourceLanguage = sourceLanguage;
    this.targetLanguage = targetLanguage;
  }

  /**
   * A pair that was checked.
   *
   * @param outcome what is told of it
   * @param segment what is compared with others; empty where there is no translation to check
   */
  record Row(SegmentOutcome outcome, Optional<CheckedSegment> segment) {}

  /** Returns what became of all pairs, in their order. */
  List<Row> check(List<Pairing> pairs) {
    List<Optional<CodedText>> targets = pairs.stream().map(CheckedPairs::target).toList();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      Pairing pair = pairs.get(i);
      if (pair.source().isEmpty()) {
        rows.add(onlyInTarget(pair.target().get()));
      } else if (isLeft(pair.source().get())) {
        rows.add(skipped(pair.source().get(), targets.get(i)));
      } else if (targets.get(i).isEmpty()) {
        rows.add(missing(pair.source().get()));
      } else {
        rows.add(checked(pair, targets.get(i).get(), sentence(pairs, targets, i)));
      }
    }
    return rows;
  }

  private static Optional<CodedText> target(Pairing pair) {
    return pair.isPair()
        ? Optional.of(CodeMapping.map(pair.target().get().source(), pair.source().get().source()))
        : Optional.empty();
  }

  private static boolean isLeft(Segment segment) {
    return segment.skipRule().isPresent() || !hasWords(segment.source());
  }

  private static boolean hasWords(CodedText text) {
    return text.plainText().codePoints().anyMatch(Character::isLetter);
  }

  private Row onlyInTarget(Segment target) {
    boolean counts = target.skipRule().isEmpty() && hasWords(target.source());
    Segment place =
        new Segment(
            target.id(), CodedText.of(""), target.role(), target.stream(), Optional.empty());
    return row(
        place,
        Fate.SKIPPED,
        target.source(),
        ONLY_IN_TARGET,
        counts
            ? finding(
                PairRule.NO_SOURCE,
                "nothing in the source belongs to it: “" + quoted(target.source()) + "”")
            : List.of());
  }

  private Row skipped(Segment source, Optional<CodedText> target) {
    String rule = source.skipRule().orElse(NO_LETTERS);
    boolean lost =
        source.skipRule().isEmpty()
            && target.isEmpty()
            && source.source().plainText().codePoints().anyMatch(Character::isDigit);
    return row(
        source,
        Fate.SKIPPED,
        target.orElse(source.source()),
        rule,
        lost ? missingFinding(source) : List.of());
  }

  private Row missing(Segment source) {
    return row(
        source,
        Fate.KEPT_AS_SOURCE,
        source.source(),
        "the translation has nothing for it",
        missingFinding(source));
  }

  private List<Finding> missingFinding(Segment source) {
    return finding(
        PairRule.NO_TARGET,
        "the translation has nothing for it: “" + quoted(source.source()) + "”");
  }

  private Row checked(Pairing pair, CodedText target, List<CodedText> sentence) {
    Segment source = pair.source().get();
    CheckedSegment segment =
        new CheckedSegment(
            source,
            target,
            sourceLanguage,
            targetLanguage,
            terms.match(source.source().wordText()),
            sentence);
    List<Finding> findings = new ArrayList<>();
    checks.check(segment).forEach(finding -> asChosen(finding).ifPresent(findings::add));
    if (pair.joined()) {
      findings.addAll(finding(PairRule.JOINED, "two segments are one on the other side"));
    }
    return new Row(
        new SegmentOutcome(source, Fate.TRANSLATED, target, "", findings, 0), Optional.of(segment));
  }

  /** What refuses a translation that is being made is a matter of taste in one that is there. */
  private Optional<Finding> asChosen(Finding finding) {
    Severity severity = severities.getOrDefault(finding.id(), finding.severity());
    return severity == Severity.OFF
        ? Optional.empty()
        : Optional.of(new Finding(finding.id(), severity, finding.message()));
  }

  private static List<CodedText> sentence(
      List<Pairing> pairs, List<Optional<CodedText>> targets, int at) {
    int from = at;
    while (from > 0 && goesOn(pairs.get(from - 1))) {
      from--;
    }
    int to = at;
    while (to + 1 < pairs.size() && goesOn(pairs.get(to))) {
      to++;
    }
    return from == to
        ? List.of()
        : targets.subList(from, to + 1).stream().flatMap(Optional::stream).toList();
  }

  private static boolean goesOn(Pairing pair) {
    return pair.source().filter(source -> source.hints().continues()).isPresent();
  }

  private List<Finding> finding(PairRule rule, String message) {
    return rule.finding(severities, message).stream().toList();
  }

  private static Row row(
      Segment segment, Fate fate, CodedText target, String reason, List<Finding> findings) {
    return new Row(
        new SegmentOutcome(segment, fate, target, reason, findings, 0), Optional.empty());
  }

  private static String quoted(CodedText text) {
    String plain = text.plainText().strip();
    return plain.codePointCount(0, plain.length()) <= QUOTED
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, QUOTED)) + "…";
  }
}
