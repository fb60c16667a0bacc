package dev.yiben.pipeline.interchange;

import dev.yiben.pipeline.plan.PlannedSegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which returned unit belongs to which segment: the one of its id if the source is still the same,
 * else, in a document that was changed, the one of the same source.
 *
 * @param units the returned unit of a segment, by index of the segment in its document
 * @param moved how many of them were found under another id
 * @param problems one line for each unit with a target that has no segment any more
 */
record UnitPairing(Map<Integer, ReturnedUnit> units, int moved, List<String> problems) {

  /** Pairs the segments of a document with the units of a file. */
  static UnitPairing of(List<PlannedSegment> segments, List<ReturnedUnit> returned) {
    List<String> problems = new ArrayList<>();
    Map<Integer, ReturnedUnit> units = new HashMap<>();
    List<ReturnedUnit> left = pairById(segments, returned, units, problems);
    Map<String, List<PlannedSegment>> free =
        segments.stream()
            .filter(segment -> !units.containsKey(segment.index()))
            .collect(grouping(segment -> flat(source(segment))));
    Map<String, List<ReturnedUnit>> bySource =
        left.stream().collect(grouping(u -> flat(u.source())));
    Set<String> ids =
        segments.stream().map(s -> s.segment().id().value()).collect(Collectors.toSet());
    int moved = 0;
    for (Map.Entry<String, List<ReturnedUnit>> entry : bySource.entrySet()) {
      List<PlannedSegment> places = free.getOrDefault(entry.getKey(), List.of());
      List<ReturnedUnit> found = entry.getValue();
      // Of several with one source, none can be told from another but by their order.
      if (places.size() == found.size()) {
        for (int i = 0; i < found.size(); i++) {
          units.put(places.get(i).index(), found.get(i));
        }
        moved += found.size();
      } else {
        found.stream()
            .filter(unit -> unit.target().isPresent())
            .forEach(unit -> problems.add(unit.id() + ": " + reason(unit, ids)));
      }
    }
    return new UnitPairing(units, moved, problems);
  }

  /** Pairs what can be paired by id, and returns what is left. */
  private static List<ReturnedUnit> pairById(
      List<PlannedSegment> segments,
      List<ReturnedUnit> returned,
      Map<Integer, ReturnedUnit> units,
      List<String> problems) {
    Map<String, PlannedSegment> byId = new HashMap<>();
    segments.forEach(segment -> byId.put(segment.segment().id().value(), segment));
    List<ReturnedUnit> left = new ArrayList<>();
    Set<ReturnedUnit> seen = new HashSet<>();
    for (ReturnedUnit unit : returned) {
      PlannedSegment segment = byId.get(unit.id());
      if (segment == null || !flat(source(segment)).equals(flat(unit.source()))) {
        left.add(unit);
      } else if (units.putIfAbsent(segment.index(), unit) != null && seen.add(unit)) {
        problems.add(unit.id() + ": stands there twice; the first is taken");
      }
    }
    return left;
  }

  private static String reason(ReturnedUnit unit, Set<String> ids) {
    return ids.contains(unit.id())
        ? "its source has changed since it was extracted; the translation is not taken"
        : "the document has no such segment any more; the translation is not taken";
  }

  private static String source(PlannedSegment segment) {
    return segment.segment().source().marked();
  }

  /** Tools may change white space that means nothing to them. */
  private static String flat(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static <T> java.util.stream.Collector<T, ?, Map<String, List<T>>> grouping(
      Function<T, String> key) {
    return Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList());
  }
}
