package dev.yiben.formats.run;

import java.util.Optional;

/** A piece of a paragraph. */
sealed interface Item {

  /** Text of one look. */
  record Text(String value, RunStyle style) implements Item {
    boolean isBlank() {
      return value.isBlank();
    }
  }

  /**
   * A standalone code.
   *
   * @param start offset in the part
   * @param style the properties of the run that it stands in; empty if it stands between runs
   */
  record Code(CodeKind kind, int start, int end, String shown, Optional<RunStyle> style)
      implements Item {}

  /** The start tag of an element that holds runs, such as a hyperlink. */
  record Open(int pair, int start, int end) implements Item {}

  /** The end tag of an element that holds runs. */
  record Close(int pair, int start, int end) implements Item {}
}
