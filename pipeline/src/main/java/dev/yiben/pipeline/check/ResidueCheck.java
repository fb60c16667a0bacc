package dev.yiben.pipeline.check;

import dev.yiben.glossary.TermMatch;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code LNG-001}: the target is not still in the source's writing.
 *
 * <p>Compares letters of a writing that the source language has and the target language has not.
 * Loan words in Latin letters are common in any language, so of those a third is let pass; of other
 * writings none is. Words with a capital, which are names mostly, and glossary targets do not
 * count.
 */
final class ResidueCheck implements QaCheck {
  private static final CheckRule RULE =
      CheckRule.askedAgain(
          "LNG-001", "words of the source in a writing that the target language has not");

  private static final double LATIN_SHARE = 1.0 / 3;
  private static final Pattern CAPITALISED =
      Pattern.compile("[\\p{Lu}&&\\p{IsLatin}][\\p{IsLatin}\\p{M}'’-]*");

  @Override
  public CheckRule rule() {
    return RULE;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    if (segment.sourceLanguage().isEmpty()) {
      return List.of();
    }
    Set<Language.Writing> foreign = EnumSet.noneOf(Language.Writing.class);
    foreign.addAll(Language.writings(segment.sourceLanguage().get()));
    foreign.removeAll(Language.writings(segment.targetLanguage()));
    String text = segment.target().plainText();
    for (TermMatch match : segment.terms()) {
      text = text.replace(match.target(), "");
    }
    text = CAPITALISED.matcher(text).replaceAll("");
    int[] letters = text.codePoints().filter(Character::isLetter).toArray();
    long residue = 0;
    boolean onlyLatin = true;
    for (int letter : letters) {
      Language.Writing writing = Language.writing(letter);
      if (foreign.contains(writing)) {
        residue++;
        onlyLatin &= writing == Language.Writing.LATIN;
      }
    }
    boolean name = segment.segment().source().plainText().strip().indexOf(' ') < 0;
    boolean bad = onlyLatin ? residue > letters.length * LATIN_SHARE && !name : residue > 0;
    return bad ? List.of("part of it is still in the language of the source") : List.of();
  }
}
