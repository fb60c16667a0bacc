package dev.yiben.pipeline.check;

import dev.yiben.formats.document.CodedText;
import dev.yiben.glossary.TermCheck;
import dev.yiben.glossary.TermViolation;
import java.util.List;

/** {@code TERM-001}: the target honours the glossary. */
public final class GlossaryCheck implements QaCheck {
  /** The check's id. */
  public static final String ID = "TERM-001";

  private static final CheckRule RULE =
      CheckRule.askedAgain(ID, "a glossary term that is not honoured, or a forbidden translation");

  @Override
  public CheckRule rule() {
    return RULE;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    // A code such as a line break may part the words of a term, or the characters of one word.
    String language = segment.targetLanguage();
    List<TermViolation> unparted =
        TermCheck.violations(segment.terms(), segment.whole(CodedText::plainText, ""), language);
    return TermCheck.violations(segment.terms(), segment.whole(CodedText::wordText, " "), language)
        .stream()
        .filter(unparted::contains)
        .map(TermViolation::message)
        .toList();
  }
}
