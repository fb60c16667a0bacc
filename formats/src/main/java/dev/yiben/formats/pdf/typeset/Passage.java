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
  /** Names and words of other languages are rarely more than half of a text. */
  private static final double MOST = 0.4;

  private static final Set<String> ON_GRID = Set.of("zh", "ja", "yue");

  public Passage {
    items = List.copyOf(items);
    frames = List.copyOf(frames);
  }

  /** Returns whether lines begin at the right: by the language, or else by most of the text. */
  boolean isRightToLeft() {
    return ULocale.forLanguageTag(language).isRightToLeft() || readsRightToLeft();
  }

  /** Returns whether most of the text is of scripts that run from right to left. */
  boolean readsRightToLeft() {
    long right = letters(true);
    long left = letters(false);
    return right + left == 0
        ? ULocale.forLanguageTag(language).isRightToLeft()
        : right >= MOST * (right + left);
  }

  private long letters(boolean rightToLeft) {
    return items.stream()
        .filter(Item.Text.class::isInstance)
        .flatMapToInt(item -> ((Item.Text) item).text().codePoints())
        .filter(Character::isLetter)
        .filter(c -> rightToLeft == Characters.isRightToLeft(c))
        .count();
  }

  /** Returns whether the language is written without spaces, in characters of one width. */
  boolean isOnGrid() {
    return ON_GRID.contains(ULocale.forLanguageTag(language).getLanguage());
  }
}
