package dev.yiben.pipeline.check;

import java.util.List;

/** {@code GEN-002}: the target does not stand there twice, one after the other. */
final class TwiceCheck implements QaCheck {
  private static final CheckRule RULE =
      CheckRule.askedAgain("GEN-002", "a translation that stands there twice");

  private static final double LEAST = 12;

  @Override
  public CheckRule rule() {
    return RULE;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    String target = Words.letters(segment.target().plainText());
    return isTwice(target)
            && Language.weight(target) >= LEAST * 2
            && !isTwice(Words.letters(segment.segment().source().plainText()))
        ? List.of("the translation stands there twice")
        : List.of();
  }

  private static boolean isTwice(String letters) {
    int half = letters.length() / 2;
    return letters.length() % 2 == 0 && letters.regionMatches(0, letters, half, half);
  }
}
