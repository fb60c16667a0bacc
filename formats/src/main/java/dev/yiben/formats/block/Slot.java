package dev.yiben.formats.block;

/**
 * Where a segment's code stands in the markup.
 *
 * @param placeholder the code's placeholder
 * @param start offset in the markup
 * @param end offset after it
 * @param loose whether it is a tag whose other half is in another segment, so that it must stay
 *     outside of all pairs
 * @param written what is written for it; empty for what stands in the markup
 */
public record Slot(String placeholder, int start, int end, boolean loose, String written) {

  /** Returns whether something else is written than what stands in the markup. */
  boolean isRewritten() {
    return !written.isEmpty();
  }
}
