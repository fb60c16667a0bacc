package dev.yiben.formats.block;

import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A language that a document declares.
 *
 * @param tag well-formed as a BCP 47 tag, in the document's own case
 */
public record Language(String tag) {
  private static final Pattern WELL_FORMED =
      Pattern.compile("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,8}");

  /** What says that it says nothing (ISO 639: undetermined, several, not coded, not linguistic). */
  private static final Set<String> NONE = Set.of("und", "mul", "mis", "zxx");

  /** Returns the language that a text names, or nothing where that names none. */
  public static Optional<Language> of(String declared) {
    Language language = new Language(declared.strip().replace('_', '-'));
    return WELL_FORMED.matcher(language.tag).matches() && !NONE.contains(language.primary())
        ? Optional.of(language)
        : Optional.empty();
  }

  /** Returns whether it is the same language, maybe of another region or in another script. */
  public boolean isSame(Language other) {
    return primary().equals(other.primary());
  }

  private String primary() {
    return tag.toLowerCase(Locale.ROOT).split("-", -1)[0];
  }

  /** Returns whether it is written from right to left. */
  public boolean isRightToLeft() {
    return ULocale.forLanguageTag(tag).isRightToLeft();
  }

  /** Returns its direction as HTML writes it: {@code ltr} or {@code rtl}. */
  public String direction() {
    return isRightToLeft() ? "rtl" : "ltr";
  }

  /** Returns the script in which it is mostly written, as ISO 15924 names it. */
  public String script() {
    return ULocale.addLikelySubtags(ULocale.forLanguageTag(tag)).getScript();
  }
}
