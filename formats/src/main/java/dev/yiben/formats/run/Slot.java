package dev.yiben.formats.run;

import java.util.List;

/** What is written for an inline code. */
sealed interface Slot {

  /** The text that follows has a look of its own. */
  record SpanStart(RunStyle style) implements Slot {}

  /** The look of the text before is over. */
  record SpanEnd() implements Slot {}

  /**
   * The start of an element that holds runs.
   *
   * @param style the look that prevails in it
   */
  record ContainerStart(Item.Open open, RunStyle style) implements Slot {}

  /** The end of an element that holds runs. */
  record ContainerEnd(Item.Close close) implements Slot {}

  /** Codes that stand together. */
  record Standalone(List<Item.Code> codes) implements Slot {}

  /** A bracket of the document's own that looks like one of a placeholder. */
  record Bracket(String bracket) implements Slot {}
}
