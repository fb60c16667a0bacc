package dev.yiben.pipeline.check;

import dev.yiben.pipeline.check.Language.Writing;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code TXT-006}: the target begins with a capital where its source does, and is in capitals where
 * its source is.
 */
final class LetterCaseCheck implements QaCheck {
  private static final CheckRule RULE =
      CheckRule.info("TXT-006", "another letter case at the beginning, or of the whole");

  private static final Set<Writing> CASED =
      EnumSet.of(Writing.LATIN, Writing.CYRILLIC, Writing.GREEK);
  private static final int FEWEST_CAPITALS = 6;

  private final Writings writings;

  LetterCaseCheck(Writings writings) {
    this.writings = writings;
  }

  @Override
  public CheckRule rule() {
    return RULE;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    if (segment.isPart() || !hasCases(segment.targetLanguage())) {
      return List.of();
    }
    int[] source = letters(segment.segment().source().plainText());
    int[] target = letters(segment.target().plainText());
    List<String> problems = new ArrayList<>();
    if (source.length == 0 || target.length == 0) {
      return problems;
    }
    Optional<Boolean> of = capital(source[0]);
    Optional<Boolean> to = capital(target[0]);
    // German nouns have a capital anywhere.
    boolean noun = segment.targetLanguage().split("-", 2)[0].equals("de") && to.orElse(false);
    if (of.isPresent() && to.isPresent() && !of.equals(to) && !noun) {
      problems.add(
          of.get()
              ? "it must begin with a capital as its source does"
              : "it must begin with a small letter as its source does");
    }
    if (source.length >= FEWEST_CAPITALS && isShouted(source) && hasSmall(target)) {
      problems.add("it must be in capitals as its source is");
    } else if (target.length >= FEWEST_CAPITALS && isShouted(target) && hasSmall(source)) {
      problems.add("it must not be in capitals, as its source is not");
    }
    return problems;
  }

  /** Letters with cases within writings that have none are names and code. */
  private boolean hasCases(String language) {
    return CASED.containsAll(writings.of(language));
  }

  private static int[] letters(String text) {
    return text.codePoints().filter(Character::isLetterOrDigit).toArray();
  }

  private static Optional<Boolean> capital(int letter) {
    boolean capital = Character.isUpperCase(letter);
    return capital || Character.isLowerCase(letter) ? Optional.of(capital) : Optional.empty();
  }

  private static boolean isShouted(int[] letters) {
    boolean shouted = false;
    for (int letter : letters) {
      if (Character.isLowerCase(letter)) {
        return false;
      }
      shouted |= Character.isUpperCase(letter);
    }
    return shouted;
  }

  private static boolean hasSmall(int[] letters) {
    for (int letter : letters) {
      if (Character.isLowerCase(letter)) {
        return true;
      }
    }
    return false;
  }
}
