package dev.yiben.pipeline.check;

import java.util.List;

/**
 * {@code LEN-001}: the target is not much shorter or longer than such a translation should be.
 *
 * <p>Lengths are weights: an East Asian character says about as much as two letters. Short texts
 * vary too much to tell.
 */
final class LengthCheck implements QaCheck {
  private static final CheckRule RULE =
      CheckRule.warning("LEN-001", "a translation that is much longer or shorter than its source");

  private static final int SHORT = 20;
  private static final double MOST = 3.0;
  private static final double LEAST = 0.25;

  @Override
  public CheckRule rule() {
    return RULE;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    if (segment.isPart()) {
      // Languages order the parts of a sentence differently.
      return List.of();
    }
    double source = Language.weight(segment.segment().source().plainText());
    double target = Language.weight(segment.target().plainText());
    if (target > source * MOST && target > SHORT) {
      return List.of("the translation is much longer than its source");
    }
    if (source > SHORT && target < source * LEAST) {
      return List.of("the translation is much shorter than its source");
    }
    return List.of();
  }
}
