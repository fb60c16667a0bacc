package dev.yiben.glossary.extract;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds words of Chinese, and kanji words of Japanese, that no dictionary has: sequences of Han
 * characters that hold together (pointwise mutual information of their parts) and stand beside many
 * different characters (entropy on both sides).
 *
 * <p>ICU's dictionary knows the ordinary words; what it has as one word is not proposed.
 */
final class HanTerms {
  private static final Pattern RUN = Pattern.compile("[\\p{IsHan}々〇·]+");
  private static final int LONGEST = 6;
  private static final int MOST_KEPT = 2_000_000;
  private static final double LEAST_COHESION = 2.5;
  private static final double LEAST_ENTROPY = 1.0;

  /** Words of grammar, with which no term begins or ends. */
  private static final String GRAMMAR =
      "的了着过吗呢吧啊嘛呀哦么之而且并或及与和在是有这那哪我你您他她它们没不很也都就才又再还被把让给对从"
          + "向到个些些说道着得地里上下中来去要会能可想看做点样什怎为因所以但如果其此该每各何谁请真太更最"
          + "過嗎麼並與這們沒還讓給對從個說裡來會點樣為現後時到起出一二三四五六七八九十两兩几幾多少大小";

  private static final String PARTICLES = "はがをにのともへでやかなさまよだ";

  private final boolean japanese;
  private final List<String> runs = new ArrayList<>();
  private final List<String> places = new ArrayList<>();
  private final BreakIterator dictionary;

  HanTerms(String language) {
    ULocale locale = ULocale.forLanguageTag(language);
    japanese = locale.getLanguage().equals("ja");
    dictionary = BreakIterator.getWordInstance(locale);
  }

  void learn(String text, String place) {
    Matcher matcher = RUN.matcher(text);
    while (matcher.find()) {
      if (matcher.end() - matcher.start() > 1 && !(japanese && isInflected(text, matcher.end()))) {
        runs.add(matcher.group());
        places.add(place);
      }
    }
  }

  /**
   * Returns whether hiragana follow that end a verb or an adjective rather than being a particle.
   */
  private static boolean isInflected(String text, int end) {
    return end < text.length()
        && text.charAt(end) >= 'ぁ'
        && text.charAt(end) <= 'ゖ'
        && PARTICLES.indexOf(text.charAt(end)) < 0;
  }

  /** Counts what holds together. */
  void count(int leastCount, Tally terms) {
    if (japanese) {
      countRuns(leastCount, terms);
      return;
    }
    Map<String, Integer> counts = counts(leastCount);
    long total = runs.stream().mapToLong(String::length).sum();
    Map<String, Map<Character, Integer>> left = new HashMap<>();
    Map<String, Map<Character, Integer>> right = new HashMap<>();
    Tally found = new Tally();
    for (int i = 0; i < runs.size(); i++) {
      String run = runs.get(i);
      for (int length = 2; length <= LONGEST; length++) {
        for (int from = 0; from + length <= run.length(); from++) {
          String part = run.substring(from, from + length);
          if (counts.getOrDefault(part, 0) >= leastCount && isPossible(part)) {
            found.add(part, places.get(i));
            beside(left, part, from == 0 ? '\0' : run.charAt(from - 1), i);
            beside(
                right, part, from + length == run.length() ? '\0' : run.charAt(from + length), i);
          }
        }
      }
    }
    for (String part : found.texts()) {
      if (cohesion(part, counts, total) >= LEAST_COHESION
          && entropy(left.get(part)) >= LEAST_ENTROPY
          && entropy(right.get(part)) >= LEAST_ENTROPY
          && !isWord(part)) {
        terms.take(part, found);
      }
    }
  }

  /** Between kana a sequence of kanji is mostly a word as it is. */
  private void countRuns(int leastCount, Tally terms) {
    Tally found = new Tally();
    for (int i = 0; i < runs.size(); i++) {
      found.add(runs.get(i), places.get(i));
    }
    for (String run : found.texts()) {
      if (found.count(run) >= leastCount
          && run.length() <= LONGEST
          && GRAMMAR.indexOf(run.charAt(0)) < 0
          && !isWord(run)) {
        terms.take(run, found);
      }
    }
  }

  /** Counts sequences, the longer ones only where their parts are frequent enough. */
  private Map<String, Integer> counts(int leastCount) {
    Map<String, Integer> counts = new HashMap<>();
    for (int length = 1; length <= LONGEST && counts.size() < MOST_KEPT; length++) {
      Map<String, Integer> longer = new HashMap<>();
      for (String run : runs) {
        for (int from = 0; from + length <= run.length(); from++) {
          if (length == 1
              || (counts.containsKey(run.substring(from, from + length - 1))
                  && counts.containsKey(run.substring(from + 1, from + length)))) {
            longer.merge(run.substring(from, from + length), 1, Integer::sum);
          }
        }
      }
      longer.values().removeIf(count -> count < leastCount);
      counts.putAll(longer);
    }
    return counts;
  }

  /**
   * At the edge of a run every place is another neighbour: it is a punctuation mark or the like.
   */
  private static void beside(
      Map<String, Map<Character, Integer>> neighbours, String part, char neighbour, int run) {
    char key = neighbour == '\0' ? (char) ('\uE000' + run % 4096) : neighbour;
    neighbours.computeIfAbsent(part, any -> new HashMap<>()).merge(key, 1, Integer::sum);
  }

  private static boolean isPossible(String part) {
    return GRAMMAR.indexOf(part.charAt(0)) < 0
        && GRAMMAR.indexOf(part.charAt(part.length() - 1)) < 0
        && part.charAt(0) != '·'
        && part.charAt(part.length() - 1) != '·';
  }

  /** Returns how much more often it occurs than its parts would by chance, at its weakest place. */
  private static double cohesion(String part, Map<String, Integer> counts, long total) {
    double weakest = Double.MAX_VALUE;
    double together = (double) counts.get(part) / total;
    for (int cut = 1; cut < part.length(); cut++) {
      double first = (double) counts.getOrDefault(part.substring(0, cut), 1) / total;
      double second = (double) counts.getOrDefault(part.substring(cut), 1) / total;
      weakest = Math.min(weakest, Math.log(together / (first * second)));
    }
    return weakest;
  }

  private static double entropy(Map<Character, Integer> neighbours) {
    double total = neighbours.values().stream().mapToInt(Integer::intValue).sum();
    return neighbours.values().stream()
        .mapToDouble(count -> -count / total * Math.log(count / total))
        .sum();
  }

  private boolean isWord(String text) {
    dictionary.setText(text);
    dictionary.first();
    return dictionary.next() == text.length();
  }
}
