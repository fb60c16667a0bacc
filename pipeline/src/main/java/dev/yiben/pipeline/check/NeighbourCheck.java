package dev.yiben.pipeline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * {@code DBL-001} and {@code DBL-002}: a target is not that of its neighbour, nor does it hold that
 * of its neighbour besides its own.
 *
 * <p>So answers look in which a model lost count of its lines. Short texts are let pass, and those
 * whose sources are related in the same way.
 */
final class NeighbourCheck implements CrossCheck {
  /** Weight as in {@link Language#weight(String)}. */
  private static final double LEAST = 16;

  /** Sources that share so much may well have translations that do. */
  private static final double RELATED = 0.6;

  private final CheckRule rule;
  private final String problem;
  private final BiPredicate<String, String> related;

  private NeighbourCheck(CheckRule rule, String problem, BiPredicate<String, String> related) {
    this.rule = rule;
    this.problem = problem;
    this.related = related;
  }

  /** Returns the check for targets that are those of their neighbours. */
  static NeighbourCheck same() {
    return new NeighbourCheck(
        CheckRule.warning("DBL-001", "the translation of the segment beside it"),
        "it is the translation of its neighbour, \"%s\"",
        String::equals);
  }

  /** Returns the check for targets that hold those of their neighbours. */
  static NeighbourCheck held() {
    return new NeighbourCheck(
        CheckRule.warning("DBL-002", "the translation of the segment beside it, besides its own"),
        "it holds the translation of its neighbour as well, \"%s\"",
        (text, neighbour) -> text.length() > neighbour.length() && text.contains(neighbour));
  }

  @Override
  public CheckRule rule() {
    return rule;
  }

  @Override
  public Map<Integer, List<String>> check(List<CheckedSegment> segments) {
    Map<Integer, List<String>> problems = new TreeMap<>();
    for (int i = 1; i < segments.size(); i++) {
      CheckedSegment before = segments.get(i - 1);
      CheckedSegment segment = segments.get(i);
      if (!before.segment().stream().equals(segment.segment().stream())) {
        continue;
      }
      if (isFault(segment, before)) {
        add(problems, i, before);
      } else if (isFault(before, segment)) {
        add(problems, i - 1, segment);
      }
    }
    return problems;
  }

  private void add(Map<Integer, List<String>> problems, int at, CheckedSegment neighbour) {
    problems
        .computeIfAbsent(at, key -> new ArrayList<>())
        .add(problem.formatted(neighbour.target().plainText()));
  }

  private boolean isFault(CheckedSegment segment, CheckedSegment neighbour) {
    String target = Words.letters(segment.target().plainText());
    String beside = Words.letters(neighbour.target().plainText());
    if (beside.isEmpty() || !related.test(target, beside) || Language.weight(beside) < LEAST) {
      return false;
    }
    String source = Words.letters(segment.segment().source().plainText());
    String sourceBeside = Words.letters(neighbour.segment().source().plainText());
    return Words.share(sourceBeside, source) < RELATED;
  }
}
