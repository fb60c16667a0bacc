package dev.yiben.pipeline.check;

import java.util.List;

/**
 * {@code TXT-003}: no character of the target is broken, as from a model that writes bytes and was
 * stopped within one.
 */
final class BrokenCharacterCheck implements QaCheck {
  private static final CheckRule RULE =
      CheckRule.error("TXT-003", "a broken character (U+FFFD) that the source has not");

  private static final int REPLACEMENT = 0xFFFD;

  @Override
  public CheckRule rule() {
    return RULE;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    boolean broken = segment.target().plainText().indexOf(REPLACEMENT) >= 0;
    boolean ofSource = segment.segment().source().plainText().indexOf(REPLACEMENT) >= 0;
    return broken && !ofSource ? List.of("a broken character stands there") : List.of();
  }
}
