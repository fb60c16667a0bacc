package dev.yiben.formats.block;

import dev.yiben.formats.format.Layout;
import java.util.List;
import java.util.Optional;

/**
 * How a translated document shows itself.
 *
 * @param layout whether sources stay beside their targets
 * @param source the language of the work that the document belongs to, if it says so
 * @param target the language of the targets
 * @param languageAttributes names of the attributes that say an element's language, such as {@code
 *     xml:lang}
 */
public record Presentation(
    Layout layout,
    Optional<Language> source,
    Optional<Language> target,
    List<String> languageAttributes) {
  public Presentation {
    languageAttributes = List.copyOf(languageAttributes);
  }

  /** Returns whether targets run the other way than their sources. */
  public boolean isTurned() {
    return !sourceDirection().equals(targetDirection());
  }

  /** Returns {@code ltr} or {@code rtl}. */
  public String sourceDirection() {
    return source.map(Language::direction).orElse("ltr");
  }

  /** Returns {@code ltr} or {@code rtl}. */
  public String targetDirection() {
    return target.map(Language::direction).orElse("ltr");
  }
}
