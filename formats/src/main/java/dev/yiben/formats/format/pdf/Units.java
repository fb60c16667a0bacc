package dev.yiben.formats.format.pdf;

import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Makes segments of all paragraphs of a file. */
final class Units {
  private Units() {}

  /**
   * Returns the segments, in the order of reading.
   *
   * @param pages the paragraphs of each page
   * @param streams names the chapter of a paragraph
   */
  static List<Unit> of(List<List<Part>> pages, Function<Part, String> streams) {
    List<Unit> units = new ArrayList<>();
    for (List<Part> parts : Joints.joined(pages)) {
      Part first = parts.get(0);
      Segment segment =
          new Segment(
              new SegmentId("page-" + (first.page() + 1) + "#p" + (first.number() + 1)),
              Joints.text(parts),
              first.role(),
              streams.apply(first),
              first.keepRule());
      units.add(new Unit(segment, parts, List.of()));
    }
    return units;
  }
}
