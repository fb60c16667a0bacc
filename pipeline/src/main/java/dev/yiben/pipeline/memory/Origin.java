package dev.yiben.pipeline.memory;

/** Where the target of a unit comes from. */
public enum Origin {
  /** A model made it in a run. */
  TRANSLATED,
  /** Somebody looked through what a run had made. */
  EDITED,
  /** It came in a file of another tool. */
  IMPORTED
}
