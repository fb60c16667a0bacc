package dev.yiben.pipeline.interchange;

import dev.yiben.formats.document.InlineCode.Kind;

/** What a text consists of in a file for review. */
sealed interface Piece {
  /** Text that XML can hold. */
  record Text(String text) implements Piece {}

  /**
   * An inline code, or a character that XML cannot hold.
   *
   * @param id names it in its segment; the halves of a pair share it
   * @param kind which half of a pair, or standalone
   * @param original what stands in the document, for display
   * @param shown what a reader sees of it, for display
   */
  record Code(String id, Kind kind, String original, String shown) implements Piece {}
}
