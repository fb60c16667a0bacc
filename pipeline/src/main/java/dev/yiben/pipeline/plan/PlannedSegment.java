package dev.yiben.pipeline.plan;

import dev.yiben.formats.document.Segment;
import dev.yiben.glossary.ExamplePair;
import dev.yiben.glossary.TermMatch;
import java.util.List;
import java.util.Optional;

/**
 * A segment to translate.
 *
 * @param index its place among all segments of the document
 * @param segment the segment
 * @param tokens tokens of its marked source
 * @param terms glossary terms found in its source
 * @param key under which its target is kept
 * @param similar a similar segment of a translation memory, with its marked translation
 */
public record PlannedSegment(
    int index,
    Segment segment,
    int tokens,
    List<TermMatch> terms,
    SegmentKey key,
    Optional<ExamplePair> similar) {
  public PlannedSegment {
    terms = List.copyOf(terms);
  }

  /** Creates a segment that no memory has a similar one for. */
  public PlannedSegment(
      int index, Segment segment, int tokens, List<TermMatch> terms, SegmentKey key) {
    this(index, segment, tokens, terms, key, Optional.empty());
  }
}
