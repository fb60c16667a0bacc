package dev.yiben.pipeline.pair;

import dev.yiben.formats.document.Segment;
import java.util.Optional;

/**
 * A segment of a file and one of its translation that belong together; either may be missing.
 *
 * @param source of the file
 * @param target of the translation, as it reads by itself
 * @param joined whether two segments of one side are one here
 */
record Pairing(Optional<Segment> source, Optional<Segment> target, boolean joined) {
  boolean isPair() {
    return source.isPresent() && target.isPresent();
  }

  Pairing withTarget(Segment other) {
    return new Pairing(source, Optional.of(other), joined);
  }
}
