package dev.yiben.pipeline.plan;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be done with each segment of a document.
 *
 * <p>Every segment is in exactly one of: a batch, {@code skipped}, {@code repeats}, {@code
 * remembered} or {@code recalled}.
 *
 * @param segments all segments in document order; all below is by index in it
 * @param streams the batches of each stream, in order
 * @param skipped the rule that leaves a segment as it is
 * @param existing translations that the file has already and keeps, where they have the source's
 *     codes
 * @param repeats for a segment that has the source and context of another one, that one's index: an
 *     earlier one, or one with an existing translation
 * @param recalled what a translation memory gives
 * @param remembered segments whose source and context an earlier document of the run has
 * @param memoryKeys keys under which is remembered what became of a segment; none where nothing is
 */
public record DocumentPlan(
    List<Segment> segments,
    List<List<Batch>> streams,
    Map<Integer, String> skipped,
    Map<Integer, CodedText> existing,
    Map<Integer, Integer> repeats,
    Map<Integer, Recalled> recalled,
    Set<Integer> remembered,
    Map<Integer, String> memoryKeys) {
  public DocumentPlan {
    segments = List.copyOf(segments);
    streams = List.copyOf(streams);
    skipped = Map.copyOf(skipped);
    existing = Map.copyOf(existing);
    repeats = Map.copyOf(repeats);
    recalled = Map.copyOf(recalled);
    remembered = Set.copyOf(remembered);
    memoryKeys = Map.copyOf(memoryKeys);
  }

  /** Returns the plan without its batches, of which a large document has much. */
  public DocumentPlan withoutBatches() {
    return new DocumentPlan(
        segments, List.of(), skipped, existing, repeats, recalled, remembered, memoryKeys);
  }

  /**
   * Returns the target that a segment has without being asked for: the file's own, or a memory's.
   */
  public Optional<CodedText> known(int index) {
    return Optional.ofNullable(existing.get(index))
        .or(() -> Optional.ofNullable(recalled.get(index)).map(Recalled::target));
  }

  /** Returns what a skipped segment keeps: its source, or the translation that it has already. */
  public CodedText kept(int index) {
    Segment segment = segments.get(index);
    return SkipRules.ALREADY_TRANSLATED.equals(skipped.get(index))
        ? segment.hints().existing().orElse(segment.source())
        : segment.source();
  }

  /** Returns the source tokens of all batches. */
  public long tokens() {
    return streams.stream().flatMap(List::stream).mapToLong(Batch::tokens).sum();
  }
}
