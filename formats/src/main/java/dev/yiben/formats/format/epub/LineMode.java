package dev.yiben.formats.format.epub;

import dev.yiben.formats.block.Language;
import dev.yiben.formats.format.WritingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether lines that are vertical in a book become horizontal in its translation. */
final class LineMode {
  private static final Pattern PROPERTY = Pattern.compile("(?:-[a-z]+-)?writing-mode");
  private static final Set<String> VERTICAL =
      Set.of("tb", "tb-lr", "tb-rl", "vertical-lr", "vertical-rl");

  /** Scripts of languages whose books are set in vertical lines to this day. */
  private static final Set<String> VERTICAL_SCRIPTS = Set.of("Hant", "Jpan", "Mong");

  /** Scripts that are set in vertical lines somewhere: others have them for effect. */
  private static final Set<String> KNOWN_VERTICAL =
      Set.of("Hans", "Hant", "Jpan", "Kore", "Mong", "Phag", "Bopo", "Hira", "Kana");

  private LineMode() {}

  /**
   * Returns whether vertical lines are to be written as horizontal ones.
   *
   * <p>By itself so where the source's language is set in vertical lines and the target's is not.
   * Simplified Chinese and Korean are not any more; Japanese, traditional Chinese and traditional
   * Mongolian still are.
   */
  static boolean becomesHorizontal(
      WritingMode wanted, Optional<Language> source, Optional<Language> target) {
    return switch (wanted) {
      case KEEP -> false;
      case HORIZONTAL -> true;
      case AUTO ->
          source.map(Language::script).filter(s -> !KNOWN_VERTICAL.contains(s)).isEmpty()
              && target.map(Language::script).filter(VERTICAL_SCRIPTS::contains).isEmpty();
    };
  }

  static boolean isProperty(String property) {
    return PROPERTY.matcher(property).matches();
  }

  static boolean isVertical(String value) {
    return VERTICAL.contains(value.strip().toLowerCase(Locale.ROOT));
  }
}
