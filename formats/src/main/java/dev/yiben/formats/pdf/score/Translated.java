package dev.yiben.formats.pdf.score;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Coverage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a file was translated with.
 *
 * @param segments all segments of the source
 * @param targets the targets that merging was given
 * @param problems what merging told, one line each, those of a segment beginning with its id
 * @param coverage what the reader claims to have counted
 */
public record Translated(
    List<Segment> segments,
    Map<SegmentId, CodedText> targets,
    List<String> problems,
    Coverage coverage) {
  public Translated {
    segments = List.copyOf(segments);
    targets = Map.copyOf(targets);
    problems = List.copyOf(problems);
  }

  /** Returns the text that is to be there now instead of a segment's; empty if it is to stay. */
  Optional<CodedText> replacement(Segment segment) {
    return segment.skipRule().isPresent() || isKept(segment)
        ? Optional.empty()
        : Optional.ofNullable(targets.get(segment.id()))
            .filter(target -> !target.equals(segment.source()));
  }

  private boolean isKept(Segment segment) {
    String start = segment.id() + ":";
    return problems.stream()
        .anyMatch(problem -> problem.startsWith(start) && problem.contains("source is kept"));
  }
}
