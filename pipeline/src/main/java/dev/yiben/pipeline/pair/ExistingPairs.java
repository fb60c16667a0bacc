package dev.yiben.pipeline.pair;

import dev.yiben.formats.document.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pairs of a file that holds its source and its translation both. */
final class ExistingPairs {
  private ExistingPairs() {}

  /** Returns the segments that have a translation, paired with it. */
  static List<Pairing> of(List<Segment> segments) {
    List<Pairing> pairs = new ArrayList<>();
    for (Segment segment : segments) {
      segment
          .hints()
          .existing()
          .ifPresent(
              target ->
                  pairs.add(
                      new Pairing(Optional.of(segment), Optional.of(segment.with(target)), false)));
    }
    return pairs;
  }
}
