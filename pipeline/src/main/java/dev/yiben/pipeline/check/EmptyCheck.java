package dev.yiben.pipeline.check;

import java.util.List;

/** {@code TXT-001}: the target is not empty. */
final class EmptyCheck implements QaCheck {
  @Override
  public String id() {
    return "TXT-001";
  }

  @Override
  public Severity defaultSeverity() {
    return Severity.ERROR;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    return segment.target().isBlank() ? List.of("the translation is empty") : List.of();
  }
}
