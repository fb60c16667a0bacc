package dev.yiben.formats.splice;

/**
 * A range of a text and what to write in its place.
 *
 * @param start offset of the first character to replace, in UTF-16 units
 * @param end offset after the last one; equal to {@code start} for an insertion
 * @param replacement what to write there, possibly nothing
 */
public record Patch(int start, int end, String replacement) {
  public Patch {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("Not a range: " + start + " to " + end);
    }
  }
}
