package dev.yiben.pipeline.check;

import dev.yiben.glossary.TermCheck;
import dev.yiben.glossary.TermViolation;
import java.util.List;

/** {@code TERM-001}: the target honours the glossary. */
final class GlossaryCheck implements QaCheck {
  @Override
  public String id() {
    return "TERM-001";
  }

  @Override
  public Severity defaultSeverity() {
    return Severity.WARNING;
  }

  @Override
  public boolean worthAskingAgain() {
    return true;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    return TermCheck.violations(segment.terms(), segment.target().plainText()).stream()
        .map(TermViolation::message)
        .toList();
  }
}
