package dev.yiben.pipeline.prompt;

import com.ibm.icu.util.ULocale;
import java.util.Map;
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

  /** Returns the target's name in English, such as {@code Simplified Chinese}. */
  public String targetName() {
    return new LanguageNames(Map.of()).name(target);
  }

  /** Returns the source's name in English, if it is known. */
  public Optional<String> sourceName() {
    return source.map(new LanguageNames(Map.of())::name);
  }

  private static boolean isOf(String tag, String language) {
    return ULocale.forLanguageTag(tag).getLanguage().equals(language);
  }
}
