package dev.yiben.pipeline.memory;

import com.ibm.icu.util.ULocale;
import dev.yiben.pipeline.prompt.LanguagePair;
import java.util.Optional;

/**
 * The languages of a memory, each in the shortest form that says the same: {@code zh-Hans-CN} is
 * {@code zh}, {@code zh-TW} stays.
 *
 * <p>Where sources come from does not matter, since British and American texts have most sentences
 * in common; where readers are does.
 *
 * @param source BCP 47 tag without a region; {@code und} if it is not known
 * @param target BCP 47 tag
 */
public record MemoryLanguages(String source, String target) {
  private static final String UNKNOWN = "und";

  /** Returns the languages of a document and its translation. */
  public static MemoryLanguages of(LanguagePair languages) {
    return of(languages.source(), languages.target());
  }

  /** Returns the languages of two BCP 47 tags. */
  public static MemoryLanguages of(Optional<String> source, String target) {
    return new MemoryLanguages(
        source.map(MemoryLanguages::withoutRegion).orElse(UNKNOWN), shortest(target));
  }

  /** Returns whether a tag names the source language. */
  public boolean isSource(String tag) {
    return withoutRegion(tag).equals(source);
  }

  /** Returns whether a tag names the target language. */
  public boolean isTarget(String tag) {
    return shortest(tag).equals(target);
  }

  private static String withoutRegion(String tag) {
    ULocale full = ULocale.addLikelySubtags(ULocale.forLanguageTag(tag));
    String language = full.getLanguage();
    if (language.isEmpty()) {
      return UNKNOWN;
    }
    String usual = ULocale.addLikelySubtags(new ULocale(language)).getScript();
    return full.getScript().equals(usual) ? language : language + "-" + full.getScript();
  }

  private static String shortest(String tag) {
    ULocale shortest = ULocale.minimizeSubtags(ULocale.forLanguageTag(tag));
    return shortest.getLanguage().isEmpty() ? UNKNOWN : shortest.toLanguageTag();
  }

  @Override
  public String toString() {
    return source + " to " + target;
  }
}
