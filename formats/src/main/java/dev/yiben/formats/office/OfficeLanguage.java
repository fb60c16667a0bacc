package dev.yiben.formats.office;

import com.ibm.icu.util.ULocale;
import java.util.Set;

/**
 * A language as Office writes it: with a region, by which its spelling checkers and fonts go.
 *
 * @param tag such as {@code zh-CN} for {@code zh} or {@code zh-Hans}
 * @param isRightToLeft whether it is written from right to left
 */
public record OfficeLanguage(String tag, boolean isRightToLeft) {
  /** The languages of which Office tells regions by their script (MS-LCID). */
  private static final Set<String> TOLD_BY_REGION = Set.of("Hans", "Hant");

  /** Returns the language that a BCP 47 tag names. */
  public static OfficeLanguage of(String tag) {
    ULocale locale = ULocale.forLanguageTag(tag);
    ULocale full = ULocale.addLikelySubtags(locale);
    ULocale.Builder named =
        new ULocale.Builder().setLanguage(locale.getLanguage()).setRegion(full.getCountry());
    if (!locale.getScript().isEmpty() && !TOLD_BY_REGION.contains(locale.getScript())) {
      named.setScript(locale.getScript());
    }
    return new OfficeLanguage(
        locale.getLanguage().isEmpty() ? tag : named.build().toLanguageTag(),
        locale.isRightToLeft());
  }
}
