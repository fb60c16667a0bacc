package dev.yiben.formats.office;

import dev.yiben.formats.format.Coverage;
import java.util.List;

/**
 * The texts of a part.
 *
 * @param units in document order
 * @param coverage its characters; those of mirrors are outside of segments
 * @param notices what a user should know of the reading, one line each
 */
public record PartText(List<TextUnit> units, Coverage coverage, List<String> notices) {
  public PartText {
    units = List.copyOf(units);
    notices = List.copyOf(notices);
  }
}
