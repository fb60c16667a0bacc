package dev.yiben.pipeline.pair;

import dev.yiben.formats.document.Segment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Pairs the segments of a file with those of its translation. */
final class SegmentPairs {
  private static final double MOST = 0.5;

  private final Likeness likeness;

  private SegmentPairs(Likeness likeness) {
    this.likeness = likeness;
  }

  /**
   * Returns all segments of both, each once, in the order of the source.
   *
   * <p>Parts that both files have by the same name, such as chapters of a book, are paired each by
   * itself.
   */
  static List<Pairing> of(List<Segment> sources, List<Segment> all) {
    List<Segment> targets = BilingualTexts.withoutSource(all, sources);
    SegmentPairs pairs = new SegmentPairs(Likeness.of(traits(sources), traits(targets)));
    Map<String, List<Segment>> parts = parts(sources);
    Map<String, List<Segment>> others = parts(targets);
    return BilingualTexts.withoutSource(
        isSameFrame(sources, parts, others.keySet())
            ? pairs.align(parts, others)
            : pairs.align(sources, targets));
  }

  private static List<Traits> traits(List<Segment> segments) {
    return segments.stream().map(Traits::of).toList();
  }

  private static Map<String, List<Segment>> parts(List<Segment> segments) {
    return segments.stream()
        .collect(
            Collectors.groupingBy(SegmentPairs::part, LinkedHashMap::new, Collectors.toList()));
  }

  /** Returns the part of the file that a segment is in. */
  private static String part(Segment segment) {
    String id = segment.id().value();
    int end = id.lastIndexOf('#');
    return end < 0 ? "" : id.substring(0, end);
  }

  /** Returns whether most of the source is in parts that the translation has by the same names. */
  private static boolean isSameFrame(
      List<Segment> sources, Map<String, List<Segment>> parts, Set<String> others) {
    long common =
        parts.entrySet().stream()
            .filter(part -> others.contains(part.getKey()))
            .mapToLong(part -> part.getValue().size())
            .sum();
    return common > sources.size() * MOST;
  }

  private List<Pairing> align(Map<String, List<Segment>> parts, Map<String, List<Segment>> others) {
    Set<String> places = new LinkedHashSet<>(parts.keySet());
    places.addAll(others.keySet());
    List<Pairing> pairs = new ArrayList<>();
    for (String place : places) {
      pairs.addAll(
          align(parts.getOrDefault(place, List.of()), others.getOrDefault(place, List.of())));
    }
    return pairs;
  }

  private List<Pairing> align(List<Segment> sources, List<Segment> targets) {
    return Aligner.align(traits(sources), traits(targets), likeness).stream()
        .map(bead -> pairing(bead, sources, targets))
        .toList();
  }

  private static Pairing pairing(Bead bead, List<Segment> sources, List<Segment> targets) {
    return new Pairing(
        joined(sources, bead.source(), bead.sources()),
        joined(targets, bead.target(), bead.targets()),
        bead.sources() > 1 || bead.targets() > 1);
  }

  private static Optional<Segment> joined(List<Segment> segments, int from, int count) {
    return count == 0
        ? Optional.empty()
        : Optional.of(JoinedSegments.join(segments.subList(from, from + count)));
  }
}
