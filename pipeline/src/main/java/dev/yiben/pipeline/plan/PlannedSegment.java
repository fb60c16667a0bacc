package dev.yiben.pipeline.plan;

import dev.yiben.formats.document.Segment;
import dev.yiben.glossary.TermMatch;
import java.util.List;

/**
 * A segment to translate.
 *
 * @param index its place among all segments of the document
 * @param segment the segment
 * @param tokens tokens of its marked source
 * @param terms glossary terms found in its source
 * @param key under which its target is kept
 */
public record PlannedSegment(
    int index, Segment segment, int tokens, List<TermMatch> terms, SegmentKey key) {
  public PlannedSegment {
    terms = List.copyOf(terms);
  }
}
