package dev.yiben.formats.run;

import java.util.List;

/** What is written for an inline code. */
sealed interface Slot {

  /**
   * The first half of a pair.
   *
   * @param pieces the start of what holds the text that follows; none where only its look is new
   * @param look of the text that follows
   */
  record Start(List<Piece> pieces, RunStyle look) implements Slot {}

  /** The second half of a pair, after which the look is again what it was before. */
  record End(List<Piece> pieces) implements Slot {}

  /** Codes that stand together. */
  record Standalone(List<Piece> pieces) implements Slot {}

  /** A bracket of the document's own that looks like one of a placeholder. */
  record Bracket(String bracket) implements Slot {}
}
