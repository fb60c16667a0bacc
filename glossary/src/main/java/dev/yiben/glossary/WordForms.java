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

  /**
   * Endings of one noun or adjective after what its forms have in common, where verbs take others:
   * {@code building} is not to build, nor {@code sauvegarder} a sauvegarde.
   */
  private static final Map<String, Set<String>> ENDINGS =
      Map.of(
          "en", Set.of("/s", "/es", "y/ies", "f/ves", "fe/ves"),
          "es",
              Set.of(
                  "/s", "/es", "/a", "/as", "a/as", "a/os", "es/a", "es/as", "o/a", "o/as", "o/os",
                  "os/as", "s/a", "z/ces"),
          "fr",
              Set.of(
                  "/e", "/es", "/s", "/x", "er/ère", "er/ères", "f/ve", "f/ves", "l/le", "l/les",
                  "l/ux", "n/ne", "n/nes", "r/se", "r/ses", "s/e", "s/es", "s/ne", "s/nes", "x/se",
                  "x/ses"),
          "it", Set.of("/e", "/hi", "/i", "a/e", "a/he", "a/i", "e/i", "o/a", "o/e", "o/hi", "o/i"),
          "pt",
              Set.of(
                  "/a", "/as", "/es", "/s", "a/as", "a/os", "ao/oes", "l/is", "m/ns", "o/a", "o/as",
                  "o/os", "os/as"));

  private static final int SHORTEST_BEGINNING = 3;
  private static final int LONGEST_ENDING = 3;
  private static final int LONGEST_WORD = 100;

  private final String language;
  private final SnowballStemmer stemmer;

  private WordForms(String language, ALGORITHM algorithm) {
    this.language = language;
    this.stemmer = new SnowballStemmer(algorithm);
  }

  /** Returns the forms of a language's words, or nothing where they are not known. */
  static Optional<WordForms> of(String tag) {
    String language = language(tag);
    return Optional.ofNullable(ALGORITHMS.get(language))
        .map(algorithm -> new WordForms(language, algorithm));
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
    return switch (language) {
      case "en" -> englishStem(word);
      // Their stems leave changes of sound before an ending: luz, luces; canção, canções.
      case "es" -> stemmer.stem(word).toString().replaceFirst("z$", "c");
      case "pt" -> stemmer.stem(word).toString().replaceFirst("õ$", "ã");
      default -> stemmer.stem(word).toString();
    };
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
    Set<String> endings = ENDINGS.get(language);
    if (endings != null) {
      return endings.contains(ending + "/" + otherEnding)
          || endings.contains(otherEnding + "/" + ending)
          || (language.equals("en") && (isPlural(word, other) || isPlural(other, word)));
    }
    return common >= SHORTEST_BEGINNING
        && ending.length() <= LONGEST_ENDING
        && otherEnding.length() <= LONGEST_ENDING;
  }

  private static boolean isPlural(String one, String many) {
    return one.equals(ENGLISH_PLURALS.get(many)) || (one.endsWith("man") && many.endsWith("men"));
  }

  /** Takes away accents that come and go in the forms of a word: Haus, Häuser. */
  private String bare(String word) {
    return language.equals("fr")
        ? word
        : Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }
}
