package dev.yiben.pipeline.interchange;

import java.util.List;

/**
 * A document whose segments come back from a review.
 *
 * @param origin where they come from
 * @param units the segments in the order of the file
 */
public record ReturnedDocument(Origin origin, List<ReturnedUnit> units) {
  public ReturnedDocument {
    units = List.copyOf(units);
  }
}
