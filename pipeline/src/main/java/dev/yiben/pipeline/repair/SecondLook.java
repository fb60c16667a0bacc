package dev.yiben.pipeline.repair;

import dev.yiben.formats.document.CodedText;
import dev.yiben.pipeline.Review;
import dev.yiben.pipeline.check.CheckedSegment;
import dev.yiben.pipeline.check.Finding;
import dev.yiben.pipeline.check.QaChecks;
import dev.yiben.pipeline.plan.PlannedSegment;
import dev.yiben.pipeline.prompt.LanguagePair;
import dev.yiben.pipeline.prompt.ParsedResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets the model look again at a target that may be wrong, once.
 *
 * <p>Each segment is asked for alone, so that what is asked does not depend on what became of
 * others in a run that was interrupted.
 */
public final class SecondLook {
  private static final int RUNG = 1;
  private static final int ONLY_LINE = 1;

  private final Asker asker;
  private final QaChecks checks;
  private final LanguagePair languages;

  /** Creates it. */
  public SecondLook(Asker asker, QaChecks checks, LanguagePair languages) {
    this.asker = asker;
    this.checks = checks;
    this.languages = languages;
  }

  /** Returns whether an answer is to be looked at again, and was not yet. */
  public boolean isDue(Answer answer) {
    return answer.target().isPresent()
        && answer.review() == Review.NONE
        && QaChecks.worthReviewing(answer.findings());
  }

  /**
   * Asks for a segment once more, and returns the new answer if it is better, else the old one.
   *
   * @param sentence the segments that its sentence runs through, in order; empty for itself alone
   * @param answers what became of these so far, by segment index
   * @throws InterruptedException if the thread is interrupted
   */
  public Answer look(
      PlannedSegment segment, List<PlannedSegment> sentence, Map<Integer, Answer> answers)
      throws InterruptedException {
    Answer first = answers.get(segment.index());
    Exchange exchange =
        new Exchange(List.of(segment), Map.of(segment.index(), doubt(first)), RUNG, Set.of());
    ParsedResponse response = asker.ask(exchange, Map.of());
    CodedText target = RepairLadder.targets(exchange, response).get(segment.index());
    if (target == null || response.faults().containsKey(ONLY_LINE)) {
      return first.keptByReview();
    }
    OptionalDouble confidence = RepairLadder.confidence(response, ONLY_LINE);
    List<Finding> findings =
        checks.check(
            new CheckedSegment(
                segment.segment(),
                target,
                languages.source(),
                languages.target(),
                segment.terms(),
                targets(sentence, answers, segment, target),
                confidence));
    if (!isBetter(findings, confidence, first)) {
      return first.keptByReview();
    }
    return new Answer(
        Optional.of(target), "", findings, first.requests() + 1, confidence, Review.IMPROVED);
  }

  /** Returns the targets of a sentence, with a new one for one of its segments. */
  private static List<CodedText> targets(
      List<PlannedSegment> sentence,
      Map<Integer, Answer> answers,
      PlannedSegment changed,
      CodedText target) {
    return sentence.stream()
        .flatMap(
            part ->
                part.equals(changed)
                    ? Stream.of(target)
                    : Optional.ofNullable(answers.get(part.index()))
                        .flatMap(Answer::target)
                        .stream())
        .toList();
  }

  private static String doubt(Answer answer) {
    return "its translation was \"%s\"; look whether it is right and complete: %s"
        .formatted(
            answer.target().orElseThrow().marked(),
            answer.findings().stream().map(Finding::message).collect(Collectors.joining("; ")));
  }

  /** A better target has none of the faults that the first has not, and fewer or surer ones. */
  private static boolean isBetter(List<Finding> findings, OptionalDouble confidence, Answer first) {
    Map<String, Long> before = counts(first.findings());
    Map<String, Long> after = counts(findings);
    boolean nothingWorse =
        after.entrySet().stream()
            .allMatch(count -> count.getValue() <= before.getOrDefault(count.getKey(), 0L));
    if (QaChecks.refuses(findings) || !nothingWorse) {
      return false;
    }
    return findings.size() < first.findings().size()
        || (confidence.isPresent()
            && first.confidence().isPresent()
            && confidence.getAsDouble() > first.confidence().getAsDouble());
  }

  private static Map<String, Long> counts(List<Finding> findings) {
    return findings.stream().collect(Collectors.groupingBy(Finding::id, Collectors.counting()));
  }
}
