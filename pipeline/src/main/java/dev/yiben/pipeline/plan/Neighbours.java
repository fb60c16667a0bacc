package dev.yiben.pipeline.plan;

import dev.yiben.formats.document.Segment;
import java.util.List;

/**
 * What stands around a segment in its stream.
 *
 * @param before marked source of the segment before it; empty at the beginning of the stream
 * @param after marked source of the one after it; empty at the end
 */
public record Neighbours(String before, String after) {

  /** Returns the neighbours of a segment. */
  public static Neighbours of(List<Segment> segments, int index) {
    return new Neighbours(marked(segments, index, index - 1), marked(segments, index, index + 1));
  }

  private static String marked(List<Segment> segments, int index, int neighbour) {
    if (neighbour < 0 || neighbour >= segments.size()) {
      return "";
    }
    Segment other = segments.get(neighbour);
    return other.stream().equals(segments.get(index).stream()) ? other.source().marked() : "";
  }
}
