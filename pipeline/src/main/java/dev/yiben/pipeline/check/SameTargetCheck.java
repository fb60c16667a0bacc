package dev.yiben.pipeline.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code CON-003}: different sources have different targets.
 *
 * <p>Short texts, and sources that differ in their marks, letter case or numbers only, are let
 * pass.
 */
final class SameTargetCheck implements CrossCheck {
  private static final CheckRule RULE =
      CheckRule.info("CON-003", "a translation that another text has as well");

  /** Weight as in {@link Language#weight(String)}. */
  private static final double LEAST = 15;

  @Override
  public CheckRule rule() {
    return RULE;
  }

  @Override
  public Map<Integer, List<String>> check(List<CheckedSegment> segments) {
    Map<String, Integer> first = new HashMap<>();
    Map<Integer, List<String>> problems = new TreeMap<>();
    for (int i = 0; i < segments.size(); i++) {
      CheckedSegment segment = segments.get(i);
      String target = Words.letters(segment.target().plainText());
      if (Language.weight(target) < LEAST) {
        continue;
      }
      Integer other = first.putIfAbsent(target, i);
      if (other != null
          && !Words.letters(source(segment)).equals(Words.letters(source(segments.get(other))))) {
        problems.put(
            i,
            List.of(
                "\"%s\" has the same translation in %s"
                    .formatted(source(segments.get(other)), segments.get(other).segment().id())));
      }
    }
    return problems;
  }

  private static String source(CheckedSegment segment) {
    return segment.segment().source().plainText();
  }
}
