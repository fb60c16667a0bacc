package dev.yiben.pipeline.prompt;

import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a prompt calls languages: the names that its profile gives, else those in English.
 *
 * @param given names by BCP 47 tag: a whole tag, {@code zh-Hant}, or a language
 */
record LanguageNames(Map<String, String> given) {
  private static final String CHINESE = "zh";
  private static final String TRADITIONAL = "zh-Hant";

  LanguageNames {
    given = Map.copyOf(given);
  }

  /** Returns the name of a tag's language, such as {@code Simplified Chinese}. */
  String name(String tag) {
    ULocale locale = ULocale.forLanguageTag(tag);
    // Plain "Chinese" leaves the model to choose between two ways of writing.
    boolean traditional =
        locale.getLanguage().equals(CHINESE)
            && ULocale.addLikelySubtags(locale).getScript().equals("Hant");
    for (String key : List.of(tag, traditional ? TRADITIONAL : "", locale.getLanguage())) {
      if (given.containsKey(key)) {
        return given.get(key);
      }
    }
    if (locale.getLanguage().equals(CHINESE)) {
      return traditional ? "Traditional Chinese" : "Simplified Chinese";
    }
    return locale.getDisplayNameWithDialect(ULocale.forLocale(Locale.ENGLISH));
  }
}
