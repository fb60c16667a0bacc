package dev.yiben.pipeline.check;

import java.util.List;

/** {@code TXT-001}: the target is not empty. */
final class EmptyCheck implements QaCheck {
  static final String ID = "TXT-001";

  private static final CheckRule RULE = CheckRule.error(ID, "an empty translation");

  @Override
  public CheckRule rule() {
    return RULE;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    return segment.target().isBlank() ? List.of("the translation is empty") : List.of();
  }
}
