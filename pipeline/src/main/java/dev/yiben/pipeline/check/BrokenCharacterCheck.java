package dev.yiben.pipeline.check;

import java.util.List;

/**
 * {@code TXT-003}: no character of the target is broken, as from a model that writes bytes and was
 * stopped within one.
 */
final class BrokenCharacterCheck implements QaCheck {
  private static final int REPLACEMENT = 0xFFFD;

  @Override
  public String id() {
    return "TXT-003";
  }

  @Override
  public Severity defaultSeverity() {
    return Severity.ERROR;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    boolean broken = segment.target().plainText().indexOf(REPLACEMENT) >= 0;
    boolean ofSource = segment.segment().source().plainText().indexOf(REPLACEMENT) >= 0;
    return broken && !ofSource ? List.of("a broken character stands there") : List.of();
  }
}
