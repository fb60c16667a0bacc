package dev.yiben.formats.format.pdf;

import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentHints;
import dev.yiben.formats.document.SegmentId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Makes segments of all paragraphs of a file. */
final class Units {
  private Units() {}

  /**
   * Returns the segments, in the order of reading.
   *
   * @param pages the paragraphs of each page
   * @param running texts that stand on several pages, each with those of all its pages
   * @param streams names the chapter of a paragraph
   */
  static List<Unit> of(
      List<List<Part>> pages, List<List<Part>> running, Function<Part, String> streams) {
    Map<SegmentId, List<Part>> firsts = new HashMap<>();
    Set<SegmentId> ofPages = new HashSet<>();
    for (List<Part> group : running) {
      firsts.put(id(group.get(0)), group);
      group.forEach(part -> ofPages.add(id(part)));
    }
    Map<SegmentId, List<Part>> chains = new HashMap<>();
    List<List<Part>> rest =
        pages.stream()
            .map(page -> page.stream().filter(part -> !ofPages.contains(id(part))).toList())
            .toList();
    for (List<Part> chain : Joints.joined(rest)) {
      chains.put(id(chain.get(0)), chain);
    }
    List<Unit> units = new ArrayList<>();
    for (List<Part> page : pages) {
      for (Part part : page) {
        if (firsts.containsKey(id(part))) {
          List<Part> group = firsts.get(id(part));
          units.add(unit(group.subList(0, 1), group.subList(1, group.size()), streams));
        } else if (chains.containsKey(id(part))) {
          units.add(unit(chains.get(id(part)), List.of(), streams));
        }
      }
    }
    return units;
  }

  private static Unit unit(List<Part> parts, List<Part> mirrors, Function<Part, String> streams) {
    Part first = parts.get(0);
    Segment segment =
        new Segment(
            id(first),
            Joints.text(parts),
            first.role(),
            streams.apply(first),
            first.keepRule(),
            RoomLimit.of(parts).map(SegmentHints.NONE::withLimit).orElse(SegmentHints.NONE));
    return new Unit(segment, parts, mirrors);
  }

  private static SegmentId id(Part part) {
    return new SegmentId("page-" + (part.page() + 1) + "#p" + (part.number() + 1));
  }
}
