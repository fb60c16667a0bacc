package dev.yiben.formats.pdf.typeset;

import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Set;

/**
 * Text to set into frames, of which each goes on where the one before is full.
 *
 * @param items in the order of reading; never empty
 * @param frames never empty; on one page or several
 * @param language of the text, as a BCP 47 tag
 * @param mostScale the largest scale that it may be set at, so that it matches others of its role
 */
public record Passage(List<Item> items, List<Frame> frames, String language, double mostScale) {
  private static final Set<String> ON_GRID = Set.of("zh", "ja", "yue");

  public Passage {
    items = List.copyOf(items);
    frames = List.copyOf(frames);
  }

  /** Returns whether the language is written from right to left. */
  boolean isRightToLeft() {
    return ULocale.forLanguageTag(language).isRightToLeft();
  }

  /** Returns whether the language is written without spaces, in characters of one width. */
  boolean isOnGrid() {
    return ON_GRID.contains(ULocale.forLanguageTag(language).getLanguage());
  }
}
