package dev.yiben.pipeline.interchange;

import java.util.List;
import java.util.Optional;

/**
 * A document whose segments are to be reviewed.
 *
 * @param origin where they come from
 * @param sourceLanguage BCP 47 tag, if it is known
 * @param units the segments that can be translated, in document order
 * @param notices what a user should know of the reading, one line each
 */
public record ExchangeDocument(
    Origin origin,
    Optional<String> sourceLanguage,
    List<ExchangeUnit> units,
    List<String> notices) {
  public ExchangeDocument {
    units = List.copyOf(units);
    notices = List.copyOf(notices);
  }

  /** Returns how many segments there are. */
  public int size() {
    return units.size();
  }

  /** Returns how many of them have a target. */
  public long translated() {
    return units.stream().filter(unit -> unit.target().isPresent()).count();
  }
}
