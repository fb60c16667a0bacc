package dev.yiben.inference.decoding;

/**
 * A place in a grammar with the places to return to below it; there is one object for each within
 * an {@link Automaton}, so that they are compared by identity.
 */
final class Frame {
  /** In the order of their making. */
  final int number;

  final Element element;

  /**
   * How far the element is: the bytes of a literal that have been, the place within a character, or
   * how often a repetition has been.
   */
  final int progress;

  /** Where to go on after the element's sequence, or null where the grammar ends there. */
  final Frame below;

  final int depth;

  Frame(int number, Element element, int progress, Frame below) {
    this.number = number;
    this.element = element;
    this.progress = progress;
    this.below = below;
    this.depth = below == null ? 1 : below.depth + 1;
  }
}
