package dev.yiben.pipeline.prompt;

import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.Optional;

/**
 * The languages of a document and its translation.
 *
 * @param source BCP 47 tag, if known
 * @param target BCP 47 tag
 */
public record LanguagePair(Optional<String> source, String target) {

  /** Returns the English name of the source language, or words that stand for it. */
  public String sourceName() {
    return source.map(LanguagePair::name).orElse("its own language");
  }

  /** Returns the English name of the target language, such as {@code Simplified Chinese}. */
  public String targetName() {
    return name(target);
  }

  private static String name(String tag) {
    ULocale locale = ULocale.forLanguageTag(tag);
    if (locale.getLanguage().equals("zh")) {
      // Plain "Chinese" leaves the model to choose between two ways of writing.
      boolean traditional = ULocale.addLikelySubtags(locale).getScript().equals("Hant");
      return traditional ? "Traditional Chinese" : "Simplified Chinese";
    }
    return locale.getDisplayNameWithDialect(ULocale.forLocale(Locale.ENGLISH));
  }
}
