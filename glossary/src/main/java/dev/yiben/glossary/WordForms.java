package dev.yiben.glossary;

import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import opennlp.tools.stemmer.snowball.SnowballStemmer;
import opennlp.tools.stemmer.snowball.SnowballStemmer.ALGORITHM;

/**
 * The forms of a language's words, by the Snowball stemmers; for use by one thread.
 *
 * <p>Words are given without letter case.
 */
final class WordForms {
  private static final Map<String, ALGORITHM> ALGORITHMS =
      Map.ofEntries(
          Map.entry("ar", ALGORITHM.ARABIC),
          Map.entry("ca", ALGORITHM.CATALAN),
          Map.entry("da", ALGORITHM.DANISH),
          Map.entry("de", ALGORITHM.GERMAN),
          Map.entry("el", ALGORITHM.GREEK),
          Map.entry("en", ALGORITHM.ENGLISH),
          Map.entry("es", ALGORITHM.SPANISH),
          Map.entry("fi", ALGORITHM.FINNISH),
          Map.entry("fr", ALGORITHM.FRENCH),
          Map.entry("ga", ALGORITHM.IRISH),
          Map.entry("hu", ALGORITHM.HUNGARIAN),
          Map.entry("id", ALGORITHM.INDONESIAN),
          Map.entry("it", ALGORITHM.ITALIAN),
          Map.entry("nb", ALGORITHM.NORWEGIAN),
          Map.entry("nl", ALGORITHM.DUTCH),
          Map.entry("nn", ALGORITHM.NORWEGIAN),
          Map.entry("no", ALGORITHM.NORWEGIAN),
          Map.entry("pt", ALGORITHM.PORTUGUESE),
          Map.entry("ro", ALGORITHM.ROMANIAN),
          Map.entry("ru", ALGORITHM.RUSSIAN),
          Map.entry("sv", ALGORITHM.SWEDISH),
          Map.entry("tr", ALGORITHM.TURKISH));

  private static final Map<String, String> ENGLISH_PLURALS =
      Map.of(
          "children", "child",
          "feet", "foot",
          "geese", "goose",
          "mice", "mouse",
          "oxen", "ox",
          "teeth", "tooth");

  /** Endings of one noun; those of verbs are left out, for {@code building} is not to build. */
  private static final Set<String> ENGLISH_ENDINGS =
      Set.of("/s", "/es", "y/ies", "f/ves", "fe/ves");

  private static final int SHORTEST_BEGINNING = 3;
  private static final int LONGEST_ENDING = 3;
  private static final int LONGEST_WORD = 100;

  private final boolean english;
  private final SnowballStemmer stemmer;

  private WordForms(ALGORITHM algorithm) {
    english = algorithm == ALGORITHM.ENGLISH;
    stemmer = new SnowballStemmer(algorithm);
  }

  /** Returns the forms of a language's words, or nothing where they are not known. */
  static Optional<WordForms> of(String language) {
    return Optional.ofNullable(ALGORITHMS.get(language(language))).map(WordForms::new);
  }

  /** Returns the language of a tag such as {@code pt-BR}, in two or three letters. */
  static String language(String tag) {
    return new ULocale(tag).getLanguage();
  }

  /** Returns what all forms of a word have in common; some other words have it too. */
  String stem(String word) {
    if (word.length() > LONGEST_WORD || !word.codePoints().allMatch(Character::isLetter)) {
      return word;
    }
    return english ? englishStem(word) : stemmer.stem(word).toString();
  }

  private String englishStem(String word) {
    if (word.endsWith("men")) {
      return word.substring(0, word.length() - 2) + "an";
    }
    String stem = stemmer.stem(ENGLISH_PLURALS.getOrDefault(word, word)).toString();
    if (stem.endsWith("v")) {
      return stem.substring(0, stem.length() - 1) + "f";
    }
    return stem.endsWith("ve") ? stem.substring(0, stem.length() - 2) + "fe" : stem;
  }

  /** Returns whether two words of one stem are likely forms of one word. */
  boolean areOneWord(String word, String other) {
    if (word.equals(other)) {
      return true;
    }
    String first = bare(word);
    String second = bare(other);
    int common = 0;
    int shorter = Math.min(first.length(), second.length());
    while (common < shorter && first.charAt(common) == second.charAt(common)) {
      common++;
    }
    String ending = first.substring(common);
    String otherEnding = second.substring(common);
    if (english) {
      return isEnglishPlural(word, other, ending, otherEnding)
          || isEnglishPlural(other, word, otherEnding, ending);
    }
    return common >= SHORTEST_BEGINNING
        && ending.length() <= LONGEST_ENDING
        && otherEnding.length() <= LONGEST_ENDING;
  }

  private static boolean isEnglishPlural(
      String one, String many, String ending, String pluralEnding) {
    return ENGLISH_ENDINGS.contains(ending + "/" + pluralEnding)
        || one.equals(ENGLISH_PLURALS.get(many))
        || (one.endsWith("man") && many.endsWith("men"));
  }

  /** Takes accents away, which change in German and Spanish forms: Haus, Häuser. */
  private static String bare(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }
}
