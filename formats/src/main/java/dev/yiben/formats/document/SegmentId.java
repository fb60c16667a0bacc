package dev.yiben.formats.document;

/**
 * Names a segment by a stable path in its file, such as {@code OEBPS/ch1.xhtml#p12} or {@code
 * cue/17}.
 *
 * <p>The same file gives the same ids on every read, in the same order.
 */
public record SegmentId(String value) implements Comparable<SegmentId> {
  public SegmentId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("A segment id must not be blank");
    }
  }

  @Override
  public int compareTo(SegmentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
