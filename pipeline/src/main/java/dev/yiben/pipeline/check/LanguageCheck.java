package dev.yiben.pipeline.check;

import dev.yiben.pipeline.check.Language.Writing;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code LNG-002}: the target is in the target language, told by its writing, and of languages of
 * one writing by their small words.
 *
 * <p>Only longer texts are looked at, without names and code.
 */
final class LanguageCheck implements QaCheck {
  private static final CheckRule RULE =
      CheckRule.askedAgain("LNG-002", "a translation into another language than the target's");

  /** Weights as in {@link Language#weight(String)}. */
  private static final double LEAST = 25;

  private static final double LEAST_SHARE = 0.1;
  private static final int FEWEST_OF_JAPANESE = 15;

  private static final Pattern CAPITALISED = Pattern.compile("\\b\\p{Lu}[\\p{L}\\p{M}'’-]*");

  private final Writings writings;
  private final SmallWords smallWords = new SmallWords();

  LanguageCheck(Writings writings) {
    this.writings = writings;
  }

  @Override
  public CheckRule rule() {
    return RULE;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    String language = segment.targetLanguage();
    Set<Writing> own = writings.of(language);
    String target = segment.target().plainText();
    if (own.isEmpty()
        || own.contains(Writing.OTHER)
        || Language.weight(target) < LEAST
        || isCopy(segment, target)) {
      return List.of();
    }
    return isForeign(target, own) || smallWords.foreign(target, language).isPresent()
        ? List.of("it is not in the language that it must be translated into")
        : List.of();
  }

  /** What stays as it is, is none: other checks look at that. */
  private static boolean isCopy(CheckedSegment segment, String target) {
    return Words.letters(target).equals(Words.letters(segment.segment().source().plainText()));
  }

  private static boolean isForeign(String target, Set<Writing> own) {
    String words = CAPITALISED.matcher(Words.withoutCode(target)).replaceAll("");
    double all = 0;
    double ofOwn = 0;
    int han = 0;
    boolean kana = false;
    for (int c : words.codePoints().filter(Character::isLetter).toArray()) {
      Writing writing = Language.writing(c);
      double weight = Language.weight(writing);
      all += weight;
      ofOwn += own.contains(writing) ? weight : 0;
      han += writing == Writing.HAN ? 1 : 0;
      kana |= writing == Writing.KANA;
    }
    boolean withoutKana = own.contains(Writing.KANA) && !kana && han >= FEWEST_OF_JAPANESE;
    return (all >= LEAST && ofOwn < all * LEAST_SHARE) || withoutKana;
  }
}
