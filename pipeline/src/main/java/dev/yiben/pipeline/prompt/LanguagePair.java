package dev.yiben.pipeline.prompt;

import com.ibm.icu.util.ULocale;
import java.util.Optional;

/**
 * The languages of a document and its translation.
 *
 * @param source BCP 47 tag, if known
 * @param target BCP 47 tag
 */
public record LanguagePair(Optional<String> source, String target) {

  /** Returns whether one of the two is of that language, such as {@code zh}. */
  boolean has(String language) {
    return source.filter(tag -> isOf(tag, language)).isPresent() || isOf(target, language);
  }

  private static boolean isOf(String tag, String language) {
    return ULocale.forLanguageTag(tag).getLanguage().equals(language);
  }
}
