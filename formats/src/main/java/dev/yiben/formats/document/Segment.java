package dev.yiben.formats.document;

import java.util.Optional;

/**
 * A block of text of a document: a paragraph, a heading, a cue.
 *
 * @param id stable path in the file
 * @param source text with codes; white space as a reader sees it, no line ends (those are codes)
 * @param role what it is in the document
 * @param stream name of the chapter or scene; batches never cross streams, and the segments of a
 *     stream are consecutive
 * @param skipRule the rule by which the format leaves it as it is, such as {@code code}; empty for
 *     a segment to translate
 * @param hints what else is known of it
 */
public record Segment(
    SegmentId id,
    CodedText source,
    Role role,
    String stream,
    Optional<String> skipRule,
    SegmentHints hints) {

  /** Creates a segment of which nothing else is known. */
  public Segment(
      SegmentId id, CodedText source, Role role, String stream, Optional<String> skipRule) {
    this(id, source, role, stream, skipRule, SegmentHints.NONE);
  }

  /** Creates a segment to translate. */
  public Segment(SegmentId id, CodedText source, Role role, String stream) {
    this(id, source, role, stream, Optional.empty());
  }

  /** Returns this segment with other hints. */
  public Segment with(SegmentHints other) {
    return new Segment(id, source, role, stream, skipRule, other);
  }

  /** Returns this segment with another source, or an equal one. */
  public Segment with(CodedText other) {
    return new Segment(id, other, role, stream, skipRule, hints);
  }

  /** Returns this segment, left as it is by a rule. */
  public Segment skippedBy(String rule) {
    return new Segment(id, source, role, stream, Optional.of(rule), hints);
  }
}
