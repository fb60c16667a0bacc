package dev.yiben.formats.office;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import java.util.Optional;

/**
 * A text of a part, and how to write it.
 *
 * @param segment the text; of a mirror, one that is not among the document's segments
 * @param mirrored the segment that this text repeats elsewhere, and with whose target it is written
 * @param start offset of the first character to replace in the part
 * @param end offset after the last one; units may lie within each other but do not cross
 * @param writer what writes it
 */
public record TextUnit(
    Segment segment, Optional<SegmentId> mirrored, int start, int end, Writer writer) {

  /** Writes a target. */
  @FunctionalInterface
  public interface Writer {
    /** Returns what to write in the place of the unit. */
    String write(CodedText target, Merging merging);
  }

  /** Creates a unit of a text that stands for itself. */
  public TextUnit(Segment segment, int start, int end, Writer writer) {
    this(segment, Optional.empty(), start, end, writer);
  }

  /** Returns the segment whose target is written here. */
  SegmentId translatedAs() {
    return mirrored.orElse(segment.id());
  }
}
