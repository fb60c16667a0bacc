package dev.yiben.pipeline.check;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Numbers in words, by language; used by several threads. */
final class SpelledNumbers {
  private static final int MOST_DIGITS = 6;

  /** Words of that length and more have endings of so many letters that may differ. */
  private static final int INFLECTED = 5;

  private static final int ENDING = 2;

  private final Map<String, Speller> spellers = new HashMap<>();

  /**
   * How a language spells.
   *
   * @param ruleSets of cardinal and ordinal numbers, of all genders
   */
  private record Speller(RuleBasedNumberFormat format, List<String> ruleSets) {}

  /**
   * Returns whether a text has a whole number in words of a language, as a cardinal or ordinal
   * number.
   *
   * @param digits of the number
   * @param text in lower case
   */
  boolean isIn(String text, String digits, String language) {
    return digits.length() <= MOST_DIGITS
        && spell(Long.parseLong(digits), language).stream().anyMatch(text::contains);
  }

  /** ICU's formats of that kind are not made for several threads. */
  private synchronized List<String> spell(long number, String language) {
    Speller speller = spellers.computeIfAbsent(language, SpelledNumbers::speller);
    return speller.ruleSets().stream()
        .map(rules -> stem(speller.format().format(number, rules).toLowerCase(Locale.ROOT)))
        .distinct()
        .toList();
  }

  private static String stem(String words) {
    boolean alphabetic = words.charAt(0) < 'ⰰ';
    return alphabetic && words.length() >= INFLECTED
        ? words.substring(0, words.length() - ENDING)
        : words;
  }

  private static Speller speller(String language) {
    RuleBasedNumberFormat format =
        new RuleBasedNumberFormat(ULocale.forLanguageTag(language), RuleBasedNumberFormat.SPELLOUT);
    List<String> ruleSets =
        Arrays.stream(format.getRuleSetNames())
            .filter(name -> name.contains("cardinal") || name.contains("ordinal"))
            .collect(Collectors.toList());
    return new Speller(
        format, ruleSets.isEmpty() ? List.of(format.getDefaultRuleSetName()) : ruleSets);
  }
}
