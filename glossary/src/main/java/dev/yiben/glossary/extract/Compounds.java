package dev.yiben.glossary.extract;

import dev.yiben.glossary.extract.Words.Link;
import dev.yiben.glossary.extract.Words.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds sequences of lower-case words that come again and again and belong together, by normalised
 * pointwise mutual information (Bouma, 2009). Which words are too common for that the texts tell
 * themselves.
 */
final class Compounds {
  private static final double LEAST_COHESION = 0.6;
  private static final double MOST_FREQUENT = 0.0003;
  private static final int LEAST_LENGTH = 3;

  private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{M}-]+");

  private final Map<String, Integer> words = new HashMap<>();
  private final Tally pairs = new Tally();
  private int total;

  void learn(List<Word> passage, String place) {
    String before = "";
    for (Word word : passage) {
      boolean plain = !word.isCapitalised() || word.link() == Link.START;
      String text = word.lower();
      total++;
      words.merge(text, 1, Integer::sum);
      if (plain && word.link() == Link.ADJACENT && !before.isEmpty()) {
        pairs.add(before + " " + text, place);
      }
      before = plain && !word.possessive() && text.length() >= LEAST_LENGTH ? text : "";
    }
  }

  /** Counts those that belong together. */
  void count(int leastCount, Tally compounds) {
    for (String pair : List.copyOf(pairs.texts())) {
      int count = pairs.count(pair);
      if (count >= leastCount && isTerm(pair, count)) {
        compounds.take(pair, pairs);
      }
    }
  }

  private boolean isTerm(String pair, int count) {
    List<String> parts = new ArrayList<>(List.of(pair.split(" ")));
    for (String part : parts) {
      if (part.length() < LEAST_LENGTH
          || !LETTERS.matcher(part).matches()
          || words.get(part) > MOST_FREQUENT * total + 10) {
        return false;
      }
    }
    double together = (double) count / total;
    double apart = (double) words.get(parts.get(0)) / total * words.get(parts.get(1)) / total;
    return Math.log(together / apart) / -Math.log(together) >= LEAST_COHESION;
  }
}
