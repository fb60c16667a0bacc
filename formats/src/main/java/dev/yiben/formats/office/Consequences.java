package dev.yiben.formats.office;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.splice.Patch;
import java.util.List;
import java.util.Map;

/**
 * What follows from targets outside of the places of their segments.
 *
 * @param targets as they are written, such as names made unique
 * @param patches by part, which need not be one that has texts; none of them crosses a text that is
 *     written
 * @param problems what a user should know of it, one line each
 */
public record Consequences(
    Map<SegmentId, CodedText> targets, Map<String, List<Patch>> patches, List<String> problems) {
  public Consequences {
    targets = Map.copyOf(targets);
    patches = Map.copyOf(patches);
    problems = List.copyOf(problems);
  }
}
