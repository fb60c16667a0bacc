package dev.yiben.formats.style;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells what holds for every screen (Media Queries Level 3). */
public final class MediaQuery {
  private static final Set<String> EVERYWHERE = Set.of("", "all", "screen");

  private MediaQuery() {}

  /**
   * Returns whether a list of media holds for screens, whatever their size.
   *
   * @param media as in a {@code media} attribute
   */
  public static boolean isEverywhere(String media) {
    return Arrays.stream(media.toLowerCase(Locale.ROOT).split(",", -1))
        .map(query -> query.strip().replaceFirst("^only\\s+", ""))
        .anyMatch(EVERYWHERE::contains);
  }

  /** Returns whether all conditions around a rule hold for screens, whatever their size. */
  public static boolean isEverywhere(List<String> conditions) {
    return conditions.stream()
        .map(condition -> condition.toLowerCase(Locale.ROOT))
        .allMatch(
            condition ->
                condition.startsWith("@layer")
                    || (condition.startsWith("@media")
                        && isEverywhere(condition.substring("@media".length()))));
  }
}
