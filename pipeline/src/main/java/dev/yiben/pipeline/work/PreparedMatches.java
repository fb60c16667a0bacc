package dev.yiben.pipeline.work;

import dev.yiben.formats.document.CodedText;
import dev.yiben.pipeline.plan.MemoryMatch;
import dev.yiben.pipeline.prepare.PreparedSegments;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a translation memory has for a document's own segments, in the codes of prepared ones. */
final class PreparedMatches {
  private PreparedMatches() {}

  static Map<Integer, MemoryMatch> of(
      Map<Integer, MemoryMatch> matches, PreparedSegments segments) {
    Map<Integer, MemoryMatch> prepared = new TreeMap<>();
    matches.forEach(
        (index, match) -> {
          if (segments.isChanged(index)) {
            target(index, match, segments)
                .map(CodedText::marked)
                .ifPresent(
                    target ->
                        prepared.put(
                            index,
                            new MemoryMatch(
                                match.kind(), match.source(), target, match.findings())));
          } else {
            prepared.put(index, match);
          }
        });
    return prepared;
  }

  /** Nothing for similar units, which would show in full what the segment has as codes. */
  private static Optional<CodedText> target(
      int index, MemoryMatch match, PreparedSegments segments) {
    if (match.kind() == MemoryMatch.Kind.SIMILAR) {
      return Optional.empty();
    }
    try {
      return segments.prepared(
          index, segments.own().get(index).source().withMarked(match.target()));
    } catch (IllegalArgumentException e) {
      // It has a code that the source has not.
      return Optional.empty();
    }
  }
}
