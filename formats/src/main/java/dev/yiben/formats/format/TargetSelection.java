package dev.yiben.formats.format;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which targets are written into a document.
 *
 * @param targets those of segments to translate that differ from their sources and keep their codes
 * @param problems one line for each segment whose source is kept since its target does not
 */
public record TargetSelection(Map<SegmentId, CodedText> targets, List<String> problems) {
  public TargetSelection {
    targets = Map.copyOf(targets);
    problems = List.copyOf(problems);
  }

  /** Returns which targets of a lookup are written in the places of segments. */
  public static TargetSelection of(List<Segment> segments, TargetLookup lookup) {
    Map<SegmentId, CodedText> targets = new HashMap<>();
    List<String> problems = new ArrayList<>();
    for (Segment segment : segments) {
      Optional<CodedText> target =
          segment.skipRule().isPresent()
              ? Optional.empty()
              : lookup.target(segment.id()).filter(text -> !text.equals(segment.source()));
      if (target.isPresent() && !target.get().keepsCodesOf(segment.source())) {
        problems.add(
            segment.id() + ": the translation has lost or crossed codes; the source is kept");
      } else {
        target.ifPresent(text -> targets.put(segment.id(), text));
      }
    }
    return new TargetSelection(targets, problems);
  }
}
