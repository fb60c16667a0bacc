package dev.yiben.glossary.extract;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds words in katakana, in which Japanese writes foreign names, and names before honorifics such
 * as {@code さん}.
 */
final class KatakanaNames {
  private static final String HONORIFIC = "(?:さん|さま|様|くん|君|ちゃん|殿|氏|嬢|卿|先生|先輩|博士|陛下|殿下|閣下)";
  private static final Pattern KATAKANA =
      Pattern.compile("[ァ-ヺ][ァ-ヺー・゠]*[ァ-ヺー](" + HONORIFIC + ")?");
  private static final Pattern NAMED =
      Pattern.compile("([\\p{IsHan}々]{2,4}?)(?<![模同有多異仕])" + HONORIFIC + "(?![\\p{IsHan}])");

  private static final int SHORTEST = 2;

  private final Map<String, Integer> named = new HashMap<>();

  void count(String text, String place, Tally words) {
    Matcher katakana = KATAKANA.matcher(text);
    while (katakana.find()) {
      String word =
          katakana.group(1) == null
              ? katakana.group()
              : text.substring(katakana.start(), katakana.start(1));
      if (word.length() >= SHORTEST && !isCry(word)) {
        words.add(word, place);
        if (katakana.group(1) != null || word.contains("・")) {
          named.merge(word, 1, Integer::sum);
        }
      }
    }
    Matcher others = NAMED.matcher(text);
    while (others.find()) {
      words.add(others.group(1), place);
      named.merge(others.group(1), 1, Integer::sum);
    }
  }

  /** Returns whether a few sounds are repeated, as in laughter. */
  private static boolean isCry(String word) {
    return word.length() > 2 && word.chars().distinct().count() < 3;
  }

  /** Returns what stands before honorifics, or is in parts as names are. */
  Set<String> names() {
    return new TreeSet<>(named.keySet());
  }
}
