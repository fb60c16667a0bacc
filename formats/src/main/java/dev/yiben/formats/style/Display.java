package dev.yiben.formats.style;

import java.util.Optional;

/** How an element takes part in the flow of text (CSS Display Module Level 3). */
public enum Display {
  BLOCK,
  INLINE,
  NONE;

  /**
   * Returns what a value of {@code display} means; nothing for one by which text does not flow on
   * where it did not before, nor ends where it went on, such as {@code inline-block}.
   */
  static Optional<Display> of(String value) {
    return switch (value) {
      case "block", "list-item", "flex", "grid", "flow-root", "table", "table-row", "table-cell" ->
          Optional.of(BLOCK);
      case "table-caption", "table-row-group", "table-header-group", "table-footer-group" ->
          Optional.of(BLOCK);
      case "inline" -> Optional.of(INLINE);
      case "none" -> Optional.of(NONE);
      default -> Optional.empty();
    };
  }
}
