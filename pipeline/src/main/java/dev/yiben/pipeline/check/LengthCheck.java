package dev.yiben.pipeline.check;

import java.util.List;

/**
 * {@code LEN-001}: the target is not much shorter or longer than such a translation should be.
 *
 * <p>Lengths are display cells: an East Asian character says about as much as two letters. Short
 * texts vary too much to tell.
 */
final class LengthCheck implements QaCheck {
  private static final int SHORT = 20;
  private static final double MOST = 3.0;
  private static final double LEAST = 0.25;

  @Override
  public String id() {
    return "LEN-001";
  }

  @Override
  public Severity defaultSeverity() {
    return Severity.WARNING;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    double source = cells(segment.segment().source().plainText());
    double target = cells(segment.target().plainText());
    if (target > source * MOST && target > SHORT) {
      return List.of("the translation is much longer than its source");
    }
    if (source > SHORT && target < source * LEAST) {
      return List.of("the translation is much shorter than its source");
    }
    return List.of();
  }

  private static double cells(String text) {
    return text.codePoints()
        .filter(c -> !Character.isWhitespace(c))
        .mapToDouble(
            c ->
                switch (Language.writing(c)) {
                  case HAN -> 2.5;
                  case KANA, HANGUL -> 2;
                  default -> 1;
                })
        .sum();
  }
}
