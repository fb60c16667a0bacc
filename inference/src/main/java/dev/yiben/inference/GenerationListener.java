package dev.yiben.inference;

/** Watches an answer while it is generated, on the thread that asked for it. */
@FunctionalInterface
public interface GenerationListener {
  /** Lets every generation run to its end. */
  GenerationListener NONE = piece -> true;

  /**
   * Takes the next piece of text.
   *
   * @return false to stop the generation; what was generated so far is the result
   */
  boolean onText(String piece);

  /** Forgets all pieces: the answer broke off and another one begins. */
  default void onRestart() {}
}
