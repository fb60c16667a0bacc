package dev.yiben.formats.drawing;

import dev.yiben.formats.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/**
 * What a paragraph has from its surroundings where it says nothing itself.
 *
 * @param alignment such as {@code l} or {@code ctr}; empty if it is not known
 * @param rightToLeft whether it runs from right to left
 */
public record Inherited(Optional<String> alignment, boolean rightToLeft) {
  /** Of charts and SmartArt, which decide by themselves. */
  public static final Inherited UNKNOWN = new Inherited(Optional.empty(), false);

  /**
   * Returns what a paragraph of a shape inherits.
   *
   * @param level of the paragraph, from 1
   * @param styles list styles ({@code a:lstStyle}) from the nearest to the farthest
   */
  public static Inherited of(int level, List<XmlElement> styles) {
    return new Inherited(
        Optional.of(ListStyles.value("algn", level, styles).orElse("l")),
        ListStyles.value("rtl", level, styles).filter(ListStyles::isTrue).isPresent());
  }
}
