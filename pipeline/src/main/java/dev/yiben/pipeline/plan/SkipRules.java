package dev.yiben.pipeline.plan;

import dev.yiben.formats.document.Segment;
import java.util.Optional;

/** Which segments are left as they are in every format. */
public final class SkipRules {
  private static final String NO_LETTERS = "no-letters";

  /** The rule for a segment of which the file has a translation already. */
  public static final String ALREADY_TRANSLATED = "already-translated";

  private SkipRules() {}

  /**
   * Returns the rule that leaves a segment as it is, the format's own first.
   *
   * @param retranslate whether a translation that the file has already is no reason
   */
  public static Optional<String> ruleFor(Segment segment, boolean retranslate) {
    if (segment.skipRule().isPresent()) {
      return segment.skipRule();
    }
    if (segment.source().plainText().codePoints().noneMatch(Character::isLetter)) {
      return Optional.of(NO_LETTERS);
    }
    boolean translated = !retranslate && segment.hints().existing().isPresent();
    return translated ? Optional.of(ALREADY_TRANSLATED) : Optional.empty();
  }
}
