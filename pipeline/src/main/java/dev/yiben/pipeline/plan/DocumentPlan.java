package dev.yiben.pipeline.plan;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import java.util.List;
import java.util.Map;

/**
 * What is to be done with each segment of a document.
 *
 * <p>Every segment is in exactly one of: a batch, {@code skipped}, {@code repeats} or {@code
 * remembered}.
 *
 * @param segments all segments in document order; maps below are by index in it
 * @param streams the batches of each stream, in order
 * @param skipped the rule that leaves a segment as it is
 * @param repeats for a segment that has the source and context of an earlier one, that one's index
 * @param remembered targets that an earlier document of the run gave to the same source
 * @param memoryKeys keys under which the targets of this document are remembered
 */
public record DocumentPlan(
    List<Segment> segments,
    List<List<Batch>> streams,
    Map<Integer, String> skipped,
    Map<Integer, Integer> repeats,
    Map<Integer, CodedText> remembered,
    Map<Integer, String> memoryKeys) {
  public DocumentPlan {
    segments = List.copyOf(segments);
    streams = List.copyOf(streams);
    skipped = Map.copyOf(skipped);
    repeats = Map.copyOf(repeats);
    remembered = Map.copyOf(remembered);
    memoryKeys = Map.copyOf(memoryKeys);
  }

  /** Returns the source tokens of all batches. */
  public long tokens() {
    return streams.stream().flatMap(List::stream).mapToLong(Batch::tokens).sum();
  }
}
