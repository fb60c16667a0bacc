package dev.yiben.pipeline.check;

import dev.yiben.formats.document.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * {@code CON-001} and {@code CON-002}: the same source has the same target everywhere, among labels
 * and in running text.
 *
 * <p>The target that most have is taken for the right one, of equals the first. White space does
 * not count.
 */
final class ConsistencyCheck implements CrossCheck {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final CheckRule rule;
  private final Predicate<Segment> which;

  private ConsistencyCheck(CheckRule rule, Predicate<Segment> which) {
    this.rule = rule;
    this.which = which;
  }

  /** Returns the check of headings, cells, names and whatever reads the same anywhere. */
  static ConsistencyCheck ofLabels() {
    return new ConsistencyCheck(
        CheckRule.warning("CON-001", "a label that is translated otherwise elsewhere"),
        segment -> segment.role().isLabel());
  }

  /** Returns the check of sentences, which may mean another thing in another place. */
  static ConsistencyCheck ofText() {
    return new ConsistencyCheck(
        CheckRule.info("CON-002", "a sentence that is translated otherwise elsewhere"),
        segment -> !segment.role().isLabel());
  }

  @Override
  public CheckRule rule() {
    return rule;
  }

  @Override
  public Map<Integer, List<String>> check(List<CheckedSegment> segments) {
    Map<String, List<Integer>> bySource = new LinkedHashMap<>();
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i).segment();
      if (which.test(segment)) {
        bySource.computeIfAbsent(even(segment.source().marked()), key -> new ArrayList<>(1)).add(i);
      }
    }
    Map<Integer, List<String>> problems = new TreeMap<>();
    for (List<Integer> equal : bySource.values()) {
      if (equal.size() > 1) {
        compare(segments, equal, problems);
      }
    }
    return problems;
  }

  private static void compare(
      List<CheckedSegment> segments, List<Integer> equal, Map<Integer, List<String>> problems) {
    Map<String, List<Integer>> byTarget = new LinkedHashMap<>();
    for (int i : equal) {
      byTarget
          .computeIfAbsent(even(segments.get(i).target().marked()), key -> new ArrayList<>(1))
          .add(i);
    }
    List<Integer> most =
        byTarget.values().stream().max(Comparator.comparingInt(List::size)).orElseThrow();
    CheckedSegment usual = segments.get(most.get(0));
    byTarget.values().stream()
        .filter(others -> others != most)
        .flatMap(List::stream)
        .forEach(
            i ->
                problems.put(
                    i,
                    List.of(
                        "the same text is \"%s\" in %s"
                            .formatted(usual.target().plainText(), usual.segment().id()))));
  }

  private static String even(String text) {
    return SPACE.matcher(text.strip()).replaceAll(" ");
  }
}
