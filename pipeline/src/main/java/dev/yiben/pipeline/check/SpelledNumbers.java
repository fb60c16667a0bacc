package dev.yiben.pipeline.check;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Numbers in words, by language. */
final class SpelledNumbers {
  private final Map<String, RuleBasedNumberFormat> formats = new ConcurrentHashMap<>();

  /** Returns a whole number in words of a language, in lower case. */
  String of(String digits, String language) {
    RuleBasedNumberFormat format =
        formats.computeIfAbsent(
            language,
            tag ->
                new RuleBasedNumberFormat(
                    ULocale.forLanguageTag(tag), RuleBasedNumberFormat.SPELLOUT));
    // ICU's formats of that kind are not made for several threads.
    synchronized (format) {
      return format.format(new BigDecimal(digits)).toLowerCase(Locale.ROOT);
    }
  }
}
