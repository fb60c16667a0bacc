package dev.yiben.inference;

/** Why a generation ended. */
public enum FinishReason {
  /** The model ended its answer. */
  STOP,
  /** The token limit or the end of the context window was reached. */
  LENGTH,
  /** The listener asked to stop. */
  STOPPED_BY_LISTENER,
  /** A filter of the back-end held the answer, or the rest of it, back for what the text says. */
  WITHHELD
}
