package dev.yiben.pipeline.check;

import java.util.List;

/**
 * {@code GEN-001}: the target does not say the same again and again.
 *
 * <p>It does where a piece with a letter stands {@value #REPEATS} times side by side or more and
 * takes so much room that it is no laughter, and no piece of the source is repeated like that.
 */
final class LoopCheck implements QaCheck {
  private static final CheckRule RULE =
      CheckRule.error("GEN-001", "a piece that is repeated again and again");

  private static final int REPEATS = 5;
  private static final int SOURCE_REPEATS = 3;
  private static final int LONGEST_PERIOD = 60;

  /** Weights as in {@link Language#weight(String)}. */
  private static final double LEAST = 36;

  /** Cries and laughter repeat one or two letters. */
  private static final int SHORT_PERIOD = 2;

  private static final double LEAST_OF_SHORT = 120;

  @Override
  public CheckRule rule() {
    return RULE;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    String target = segment.target().plainText();
    return repeats(target, REPEATS, 1)
            && !repeats(segment.segment().source().plainText(), SOURCE_REPEATS, 4)
        ? List.of("it repeats itself again and again")
        : List.of();
  }

  /**
   * Returns whether a text has a piece so often side by side.
   *
   * @param leniency by how much less room than in a target it may take
   */
  private static boolean repeats(String text, int times, int leniency) {
    int longest = Math.min(LONGEST_PERIOD, text.length() / times);
    for (int period = 1; period <= longest; period++) {
      int same = 0;
      for (int i = period; i <= text.length(); i++) {
        if (i < text.length() && text.charAt(i) == text.charAt(i - period)) {
          same++;
          continue;
        }
        if (same >= period * (times - 1)) {
          String run = text.substring(i - same - period, i);
          double least = period <= SHORT_PERIOD ? LEAST_OF_SHORT : LEAST;
          if (run.codePoints().anyMatch(Character::isLetter)
              && Language.weight(run) >= least / leniency) {
            return true;
          }
        }
        same = 0;
      }
    }
    return false;
  }
}
