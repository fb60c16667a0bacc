package dev.yiben.pipeline.plan;

import dev.yiben.formats.document.Segment;
import java.util.Optional;

/** Which segments are left as they are in every format. */
final class SkipRules {
  private static final String NO_LETTERS = "no-letters";

  private SkipRules() {}

  /** Returns the rule that leaves a segment as it is, the format's own first. */
  static Optional<String> ruleFor(Segment segment) {
    if (segment.skipRule().isPresent()) {
      return segment.skipRule();
    }
    boolean letters = segment.source().plainText().codePoints().anyMatch(Character::isLetter);
    return letters ? Optional.empty() : Optional.of(NO_LETTERS);
  }
}
