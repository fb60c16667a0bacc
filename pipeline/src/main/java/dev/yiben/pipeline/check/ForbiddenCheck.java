package dev.yiben.pipeline.check;

import dev.yiben.glossary.ForbiddenTexts;
import java.util.List;

/** {@code TERM-002}: the target has none of the texts that the glossary forbids everywhere. */
final class ForbiddenCheck implements QaCheck {
  private static final CheckRule RULE =
      CheckRule.askedAgain("TERM-002", "a text that the glossary forbids everywhere");

  private final ForbiddenTexts texts;

  ForbiddenCheck(List<String> texts) {
    this.texts = new ForbiddenTexts(texts);
  }

  @Override
  public CheckRule rule() {
    return RULE;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    return texts.find(segment.target().wordText(), segment.terms()).stream()
        .map("\"%s\" must not be used; say it otherwise"::formatted)
        .toList();
  }
}
