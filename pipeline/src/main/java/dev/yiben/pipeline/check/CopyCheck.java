package dev.yiben.pipeline.check;

import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code TXT-002}: the target is not the source again.
 *
 * <p>Names, titles and single words may well read the same in both languages: only a text with
 * three words that begin in lower case, or one in a writing without spaces that the target language
 * does not use, is taken for a sentence.
 */
final class CopyCheck implements QaCheck {
  private static final CheckRule RULE =
      CheckRule.error("TXT-002", "a sentence that is still the source");

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final int SENTENCE_WORDS = 3;

  @Override
  public CheckRule rule() {
    return RULE;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    String source = Words.even(segment.segment().source().plainText());
    boolean copied = source.equals(Words.even(segment.target().plainText()));
    boolean sameLanguage =
        segment
            .sourceLanguage()
            .filter(language -> Language.same(language, segment.targetLanguage()))
            .isPresent();
    return copied && !sameLanguage && isSentence(segment)
        ? List.of("the source stands there untranslated")
        : List.of();
  }

  private static boolean isSentence(CheckedSegment segment) {
    String text = segment.segment().source().plainText();
    long words =
        SPACE
            .splitAsStream(text)
            .filter(word -> !word.isEmpty() && Character.isLowerCase(word.codePointAt(0)))
            .count();
    boolean foreignKana =
        text.codePoints().anyMatch(c -> Language.writing(c) == Language.Writing.KANA)
            && !Language.writings(segment.targetLanguage()).contains(Language.Writing.KANA);
    boolean honouredTermsOnly =
        segment.terms().stream().anyMatch(match -> match.text().equals(text.strip()));
    return !honouredTermsOnly && (words >= SENTENCE_WORDS || foreignKana);
  }
}
