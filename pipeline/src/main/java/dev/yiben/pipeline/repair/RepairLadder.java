package dev.yiben.pipeline.repair;

import dev.yiben.formats.document.CodedText;
import dev.yiben.pipeline.Review;
import dev.yiben.pipeline.check.CheckedSegment;
import dev.yiben.pipeline.check.Finding;
import dev.yiben.pipeline.check.QaChecks;
import dev.yiben.pipeline.plan.PlannedSegment;
import dev.yiben.pipeline.plan.Sentences;
import dev.yiben.pipeline.prompt.LanguagePair;
import dev.yiben.pipeline.prompt.ParsedResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * Takes a batch to accepted targets.
 *
 * <p>Good segments are accepted at once. The bad ones are asked for again together, naming their
 * faults, then in halves, then one by one; what is still bad keeps its source with the last fault
 * as the reason. So two stubborn lines cost four requests with the batch's own, and no segment is
 * asked for more than four times. Segments that an answer never reached, because it was cut off
 * before them, are asked for as if for the first time.
 *
 * <p>A target that came cut off where its room ended is asked for again in the same room, to be
 * said shorter, and if it is cut off once more in half as much again.
 */
public final class RepairLadder {
  private static final int ALL = 0;
  private static final int BAD_TOGETHER = 1;
  private static final int HALVES = 2;
  private static final int ONE_BY_ONE = 3;

  private final Asker asker;
  private final QaChecks checks;
  private final LanguagePair languages;

  private final Map<Integer, Answer> answers = new TreeMap<>();
  private final Map<Integer, Candidate> best = new HashMap<>();
  private final Map<Integer, String> faults = new HashMap<>();
  private final Map<Integer, Integer> requests = new HashMap<>();
  private final Deque<Exchange> pending = new ArrayDeque<>();
  private List<PlannedSegment> batch = List.of();

  /** Creates a ladder for one batch. */
  public RepairLadder(Asker asker, QaChecks checks, LanguagePair languages) {
    this.asker = asker;
    this.checks = checks;
    this.languages = languages;
  }

  /**
   * Returns an answer for every segment, by index.
   *
   * @throws InterruptedException if the thread is interrupted
   */
  public Map<Integer, Answer> climb(List<PlannedSegment> segments) throws InterruptedException {
    batch = segments;
    pending.add(new Exchange(segments, Map.of(), ALL, Set.of()));
    while (!pending.isEmpty()) {
      Exchange exchange = pending.remove();
      ParsedResponse response = asker.ask(exchange, answers);
      Map<Integer, CodedText> targets = targets(exchange, response);
      List<PlannedSegment> bad = new ArrayList<>();
      List<PlannedSegment> unreached = new ArrayList<>();
      for (int i = 0; i < exchange.segments().size(); i++) {
        PlannedSegment segment = exchange.segments().get(i);
        int number = i + 1;
        if (number > response.reached()) {
          unreached.add(segment);
          continue;
        }
        requests.merge(segment.index(), 1, Integer::sum);
        Optional<String> fault =
            Optional.ofNullable(response.faults().get(number))
                .or(() -> examine(segment, targets, confidence(response, number), exchange.rung()));
        fault.ifPresent(
            message -> {
              faults.put(segment.index(), message);
              bad.add(segment);
            });
      }
      if (!unreached.isEmpty()) {
        pending.addFirst(
            new Exchange(unreached, exchange.faults(), exchange.rung(), exchange.cut()));
      }
      askAgain(bad, exchange);
    }
    return answers;
  }

  static OptionalDouble confidence(ParsedResponse response, int number) {
    Double confidence = response.confidence().get(number);
    return confidence == null ? OptionalDouble.empty() : OptionalDouble.of(confidence);
  }

  /** Returns the targets of an answer that can be read, by segment index. */
  static Map<Integer, CodedText> targets(Exchange exchange, ParsedResponse response) {
    Map<Integer, CodedText> targets = new HashMap<>();
    response
        .texts()
        .forEach(
            (number, text) -> {
              PlannedSegment segment = exchange.segments().get(number - 1);
              CodedText source = segment.segment().source();
              try {
                targets.put(segment.index(), source.withMarked(AutoFix.apply(source, text)));
              } catch (IllegalArgumentException e) {
                // Its marks are told to the model when the segment is examined.
              }
            });
    return targets;
  }

  /** Returns the targets of the segments that a segment's sentence runs through. */
  private List<CodedText> sentence(PlannedSegment segment, Map<Integer, CodedText> targets) {
    List<CodedText> sentence = new ArrayList<>();
    for (PlannedSegment part : Sentences.around(batch, batch.indexOf(segment))) {
      Optional.ofNullable(targets.get(part.index()))
          .or(() -> Optional.ofNullable(best.get(part.index())).map(Candidate::target))
          .ifPresent(sentence::add);
    }
    return sentence;
  }

  /** Checks a target and accepts it, or returns what is wrong with it. */
  private Optional<String> examine(
      PlannedSegment segment,
      Map<Integer, CodedText> targets,
      OptionalDouble confidence,
      int rung) {
    CodedText target = targets.get(segment.index());
    if (target == null) {
      return Optional.of("a mark stands there that is not in the source");
    }
    if (loopsInLimit(segment, target)) {
      return Optional.of(LoopDetector.FAULT);
    }
    List<Finding> findings =
        checks.check(
            new CheckedSegment(
                segment.segment(),
                target,
                languages.source(),
                languages.target(),
                segment.terms(),
                sentence(segment, targets),
                confidence));
    Candidate candidate = new Candidate(target, findings, confidence);
    if (candidate.refused()) {
      return Optional.of(candidate.faults());
    }
    Candidate earlier = best.get(segment.index());
    boolean firstWithFaults = earlier == null && checks.worthAskingAgain(findings);
    if (earlier == null || candidate.isBetterThan(earlier)) {
      best.put(segment.index(), candidate);
    }
    if (firstWithFaults || isToBeGivenRoom(segment, rung)) {
      return Optional.of(candidate.faults());
    }
    accept(segment);
    return Optional.empty();
  }

  private static boolean loopsInLimit(PlannedSegment segment, CodedText target) {
    return segment.segment().hints().limit().isPresent()
        && LoopDetector.loopsInLimit(
            segment.segment().source().plainText().strip(), target.plainText().strip());
  }

  private boolean isToBeGivenRoom(PlannedSegment segment, int rung) {
    return rung < HALVES && best.get(segment.index()).isCut();
  }

  private void accept(PlannedSegment segment) {
    Candidate candidate = best.get(segment.index());
    answers.put(
        segment.index(),
        new Answer(
            Optional.of(candidate.target()),
            "",
            candidate.findings(),
            requests.get(segment.index()),
            candidate.confidence(),
            Review.NONE));
  }

  private void askAgain(List<PlannedSegment> bad, Exchange exchange) {
    int rung = exchange.rung();
    List<PlannedSegment> stubborn = new ArrayList<>();
    for (PlannedSegment segment : bad) {
      // A target with mere warnings is asked for once more only, and then taken as it is.
      if (best.containsKey(segment.index())
          && rung >= BAD_TOGETHER
          && !isToBeGivenRoom(segment, rung)) {
        accept(segment);
      } else {
        stubborn.add(segment);
      }
    }
    if (stubborn.isEmpty()) {
      return;
    }
    switch (rung) {
      case ALL -> enqueue(stubborn, BAD_TOGETHER);
      case BAD_TOGETHER -> {
        int half = (stubborn.size() + 1) / 2;
        enqueue(stubborn.subList(0, half), HALVES);
        if (half < stubborn.size()) {
          enqueue(stubborn.subList(half, stubborn.size()), HALVES);
        }
      }
      case HALVES -> {
        boolean alone = exchange.segments().size() == 1;
        for (PlannedSegment segment : stubborn) {
          if (alone) {
            keepSource(segment);
          } else {
            enqueue(List.of(segment), ONE_BY_ONE);
          }
        }
      }
      default -> stubborn.forEach(this::keepSource);
    }
  }

  private void enqueue(List<PlannedSegment> segments, int rung) {
    Map<Integer, String> known = new HashMap<>();
    Set<Integer> cut = new HashSet<>();
    for (PlannedSegment segment : segments) {
      known.put(segment.index(), faults.get(segment.index()));
      Candidate candidate = best.get(segment.index());
      if (rung >= HALVES && candidate != null && candidate.isCut()) {
        cut.add(segment.index());
      }
    }
    pending.add(new Exchange(segments, known, rung, cut));
  }

  private void keepSource(PlannedSegment segment) {
    int index = segment.index();
    answers.put(index, Answer.keptAsSource(faults.get(index), requests.get(index)));
  }
}
