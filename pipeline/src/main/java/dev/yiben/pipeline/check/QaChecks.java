package dev.yiben.pipeline.check;

import dev.yiben.formats.document.CodedText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The checks of a job with their severities. */
public final class QaChecks {
  // A file with broken codes cannot be rebuilt, whatever the user prefers.
  private static final Set<String> ALWAYS = Set.of(CodeCheck.ID, EmptyCheck.ID);

  private static final String LOW_CONFIDENCE = "CNF-001";

  private final List<QaCheck> checks;
  private final List<CrossCheck> crossChecks;
  private final Map<String, Severity> severities;
  private final UnaryOperator<CodedText> finish;

  private QaChecks(
      List<QaCheck> checks,
      List<CrossCheck> crossChecks,
      Map<String, Severity> severities,
      UnaryOperator<CodedText> finish) {
    this.checks = checks;
    this.crossChecks = crossChecks;
    this.severities = severities;
    this.finish = finish;
  }

  /** Returns all checks with the user's severities. */
  public static QaChecks all(Map<String, Severity> severities) {
    return all(severities, List.of(), List.of());
  }

  /**
   * Returns all checks with the user's severities.
   *
   * @param prompts what the model is told, in which {@code ${…}} stand for what differs, so that it
   *     is found where it stands in a target
   * @param forbidden texts that must not occur in any target
   */
  public static QaChecks all(
      Map<String, Severity> severities, Collection<String> prompts, List<String> forbidden) {
    return new QaChecks(
        single(prompts, forbidden), together(), Map.copyOf(severities), UnaryOperator.identity());
  }

  /** Returns these checks, of what becomes of a target after it was accepted. */
  public QaChecks finishing(UnaryOperator<CodedText> then) {
    return new QaChecks(checks, crossChecks, severities, then);
  }

  /** Returns the checks of structure only, for answers that are no translations. */
  public static QaChecks structural() {
    return new QaChecks(structure(), List.of(), Map.of(), UnaryOperator.identity());
  }

  private static List<QaCheck> structure() {
    return List.of(new CodeCheck(), new EmptyCheck());
  }

  private static List<QaCheck> single(Collection<String> prompts, List<String> forbidden) {
    Writings writings = new Writings();
    SpelledNumbers spelled = new SpelledNumbers();
    List<QaCheck> checks = new ArrayList<>(structure());
    checks.addAll(
        List.of(
            new VariableCheck(),
            new CopyCheck(),
            new BrokenCharacterCheck(),
            new AddressCheck(),
            new EdgeSpaceCheck(),
            new LetterCaseCheck(writings),
            new ResidueCheck(writings),
            new LanguageCheck(writings),
            new ChineseCheck(),
            new LengthCheck(),
            new RoomCheck(),
            new LinesCheck(),
            new CutCheck(),
            new NumberCheck(spelled),
            new UnitCheck(),
            new AddedNumberCheck(spelled),
            EndMarkCheck.ofQuestions(),
            new WidthCheck(writings),
            new BracketCheck(),
            new DoublingCheck(),
            new SpanishMarksCheck(),
            new FrenchSpacesCheck(),
            EndMarkCheck.ofOthers(),
            new GlossaryCheck(),
            new ForbiddenCheck(forbidden),
            new LoopCheck(),
            new TwiceCheck(),
            new LeakCheck(new PromptWords(prompts)),
            new RefusalCheck(),
            new ConfidenceCheck()));
    return List.copyOf(checks);
  }

  private static List<CrossCheck> together() {
    return List.of(
        ConsistencyCheck.ofLabels(),
        ConsistencyCheck.ofText(),
        new SameTargetCheck(),
        NeighbourCheck.same(),
        NeighbourCheck.held());
  }

  /** Returns the rules of all checks, in the order of the documentation. */
  public static List<CheckRule> rules() {
    return Stream.concat(
            single(List.of(), List.of()).stream().map(QaCheck::rule),
            together().stream().map(CrossCheck::rule))
        .toList();
  }

  /** Returns the ids of all checks. */
  public static Set<String> ids() {
    return rules().stream().map(CheckRule::id).collect(Collectors.toUnmodifiableSet());
  }

  /** Returns what all checks of single segments find that are not off. */
  public List<Finding> check(CheckedSegment segment) {
    CheckedSegment finished = segment.finished(finish);
    List<Finding> findings = new ArrayList<>();
    for (QaCheck check : checks) {
      Severity severity = severity(check.rule());
      if (severity != Severity.OFF) {
        check
            .check(finished)
            .forEach(problem -> findings.add(new Finding(check.rule().id(), severity, problem)));
      }
    }
    return findings;
  }

  private Severity severity(CheckRule rule) {
    return ALWAYS.contains(rule.id())
        ? rule.severity()
        : severities.getOrDefault(rule.id(), rule.severity());
  }

  /**
   * Returns what the checks that compare segments find that are not off, by index of the segment.
   *
   * @param segments all segments that have targets, of all files of a job, in their order
   */
  public SortedMap<Integer, List<Finding>> checkTogether(List<CheckedSegment> segments) {
    SortedMap<Integer, List<Finding>> findings = new TreeMap<>();
    for (CrossCheck check : crossChecks) {
      Severity severity = severity(check.rule());
      if (severity != Severity.OFF) {
        check
            .check(segments)
            .forEach(
                (index, problems) ->
                    problems.forEach(
                        problem ->
                            findings
                                .computeIfAbsent(index, key -> new ArrayList<>())
                                .add(new Finding(check.rule().id(), severity, problem))));
      }
    }
    return findings;
  }

  /** Returns whether a target with these findings is refused. */
  public static boolean refuses(List<Finding> findings) {
    return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
  }

  /** Returns whether a target with these findings should be looked at again by who has the time. */
  public static boolean worthReviewing(List<Finding> findings) {
    return findings.stream()
        .anyMatch(
            finding ->
                finding.severity().compareTo(Severity.WARNING) >= 0
                    || finding.id().equals(LOW_CONFIDENCE));
  }

  /** Returns whether a target with these findings was cut off where its room ended. */
  public static boolean isCut(List<Finding> findings) {
    return findings.stream().anyMatch(finding -> finding.id().equals(CutCheck.ID));
  }

  /** Returns whether a target with these findings may come out better if asked for again. */
  public boolean worthAskingAgain(List<Finding> findings) {
    Set<String> ids = findings.stream().map(Finding::id).collect(Collectors.toSet());
    return checks.stream()
        .map(QaCheck::rule)
        .anyMatch(rule -> rule.worthAskingAgain() && ids.contains(rule.id()));
  }
}
