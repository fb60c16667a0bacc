package dev.yiben.pipeline.work;

import dev.yiben.formats.document.Segment;
import dev.yiben.pipeline.check.Language;
import dev.yiben.pipeline.check.Language.Writing;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Guesses the language of a document from its writing, where that tells.
 *
 * <p>Languages that share an alphabet are not told apart: then nothing is guessed, and the prompt
 * leaves it to the model.
 */
final class LanguageGuess {
  private static final double SOME_KANA = 0.05;

  private LanguageGuess() {}

  static Optional<String> of(List<Segment> segments) {
    Map<Writing, Integer> letters = new EnumMap<>(Writing.class);
    for (Segment segment : segments) {
      segment
          .source()
          .plainText()
          .codePoints()
          .filter(Character::isLetter)
          .forEach(c -> letters.merge(Language.writing(c), 1, Integer::sum));
    }
    int all = letters.values().stream().mapToInt(Integer::intValue).sum();
    if (letters.getOrDefault(Writing.KANA, 0) > all * SOME_KANA) {
      return Optional.of("ja");
    }
    return letters.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .flatMap(
            most ->
                switch (most.getKey()) {
                  case HAN -> Optional.of("zh");
                  case HANGUL -> Optional.of("ko");
                  case GREEK -> Optional.of("el");
                  case HEBREW -> Optional.of("he");
                  case THAI -> Optional.of("th");
                  case KANA -> Optional.of("ja");
                  case LATIN, CYRILLIC, ARABIC, DEVANAGARI, OTHER -> Optional.empty();
                });
  }
}
