package dev.yiben.pipeline.check;

import dev.yiben.glossary.TermMatch;
import dev.yiben.pipeline.check.Language.Writing;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code LNG-001}: the target is not still in the source's writing.
 *
 * <p>Compares letters of a writing that the source language has and the target language has not. Of
 * most writings none is let pass. Latin words are common in any language: names, file names, words
 * of code. So of those only a phrase counts, three words in small letters side by side, or a text
 * that has little else. Glossary targets do not count.
 */
final class ResidueCheck implements QaCheck {
  private static final CheckRule RULE =
      CheckRule.askedAgain(
          "LNG-001", "words of the source in a writing that the target language has not");

  private static final int PHRASE = 3;
  private static final Pattern WORD = Pattern.compile("[\\p{IsLatin}][\\p{IsLatin}\\p{M}'’-]*");

  private final Writings writings;

  ResidueCheck(Writings writings) {
    this.writings = writings;
  }

  @Override
  public CheckRule rule() {
    return RULE;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    Set<Writing> foreign = writings.foreign(segment);
    if (foreign.isEmpty()) {
      return List.of();
    }
    String text = segment.target().plainText();
    for (TermMatch match : segment.terms()) {
      text = text.replace(match.target(), "");
    }
    boolean bad =
        text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(Language::writing)
                .anyMatch(writing -> writing != Writing.LATIN && foreign.contains(writing))
            || (foreign.contains(Writing.LATIN)
                && isLatin(Words.withoutCode(text), segment.segment().source().plainText()));
    return bad ? List.of("part of it is still in the language of the source") : List.of();
  }

  private static boolean isLatin(String text, String source) {
    Matcher word = WORD.matcher(text);
    int words = 0;
    int phrase = 0;
    int end = -1;
    while (word.find()) {
      boolean goesOn = end >= 0 && text.substring(end, word.start()).isBlank();
      phrase = goesOn ? phrase : 0;
      end = word.end();
      // Words with a capital are names mostly.
      if (Character.isLowerCase(word.group().codePointAt(0))) {
        words++;
        phrase++;
      }
      if (phrase >= PHRASE) {
        return true;
      }
    }
    long own =
        text.codePoints()
            .filter(c -> Character.isLetter(c) && Language.writing(c) != Writing.LATIN)
            .count();
    boolean single = source.strip().indexOf(' ') < 0;
    return words > 0 && own < words && !single;
  }
}
