package dev.yiben.pipeline.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code PUN-002}: marks have the width that the target language gives them: in Chinese and
 * Japanese the full one after a character of theirs, in writings with spaces the half one.
 */
final class WidthCheck implements QaCheck {
  private static final CheckRule RULE =
      CheckRule.info("PUN-002", "a mark of the width of another writing, as in 你好, or Hello，");

  private static final Pattern HALF =
      Pattern.compile(
          "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}][,;!?](?![0-9A-Za-z/])"
              + "|[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]\\.(?=\\s|$)");
  private static final Pattern FULL = Pattern.compile("[\\p{L}\\p{Nd} ][，。；！？、]");

  private final Writings writings;

  WidthCheck(Writings writings) {
    this.writings = writings;
  }

  @Override
  public CheckRule rule() {
    return RULE;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    String language = segment.targetLanguage();
    String target = Words.withSigns(segment.target());
    if (writings.isEastAsian(language)) {
      return problem(HALF.matcher(target), "full");
    }
    // Korean is written with marks of either width.
    return writings.of(language).contains(Language.Writing.HANGUL)
        ? List.of()
        : problem(FULL.matcher(target), "half");
  }

  private static List<String> problem(Matcher found, String width) {
    return found.find()
        ? List.of("the mark in \"" + found.group() + "\" must be of " + width + " width")
        : List.of();
  }
}
