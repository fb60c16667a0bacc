package dev.yiben.pipeline.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What prompts say, in runs of words that no text has by chance: {@value #WORDS} words, or {@value
 * #CHARACTERS} characters of a writing without spaces.
 */
final class PromptWords {
  private static final int WORDS = 6;
  private static final int CHARACTERS = 12;
  private static final Pattern WORD =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]|[\\p{L}\\p{Nd}]+");

  private final Set<String> runs = new HashSet<>();

  PromptWords(Collection<String> prompts) {
    for (String prompt : prompts) {
      // What is filled in differs from request to request.
      for (String piece : prompt.split("\\$\\{[^}]*}|\\n", -1)) {
        runs(words(piece)).forEach(run -> runs.add(String.join(" ", run)));
      }
    }
  }

  /** Returns a run of a prompt's words that stands in a target and not in its source. */
  Optional<String> leakedInto(String target, String source) {
    if (runs.isEmpty()) {
      return Optional.empty();
    }
    String there = String.join(" ", words(source));
    return runs(words(target)).stream()
        .map(run -> String.join(" ", run))
        .filter(run -> runs.contains(run) && !there.contains(run))
        .findFirst();
  }

  private static List<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
  }

  private static List<List<String>> runs(List<String> words) {
    List<List<String>> runs = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      int length = isCharacter(words.get(i)) ? CHARACTERS : WORDS;
      if (i + length <= words.size()) {
        runs.add(words.subList(i, i + length));
      }
    }
    return runs;
  }

  private static boolean isCharacter(String word) {
    return word.codePointCount(0, word.length()) == 1
        && switch (Language.writing(word.codePointAt(0))) {
          case HAN, KANA -> true;
          case LATIN, HANGUL, CYRILLIC, GREEK, ARABIC, HEBREW, THAI, DEVANAGARI, OTHER -> false;
        };
  }
}
