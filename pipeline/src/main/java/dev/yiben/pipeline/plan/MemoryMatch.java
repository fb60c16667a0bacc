package dev.yiben.pipeline.plan;

import dev.yiben.formats.document.Segment;
import java.util.List;
import java.util.Map;

/**
 * A unit of a translation memory that fits a segment.
 *
 * @param kind how it fits
 * @param source its marked source
 * @param target its marked target
 * @param findings what the checks found in the target when it was accepted, as {@link
 *     Recaller#known} writes them
 */
public record MemoryMatch(Kind kind, String source, String target, List<String> findings) {
  /** How a unit fits a segment. */
  public enum Kind {
    /** It has the same source and stood in the same place or between the same neighbours. */
    CONTEXT,
    /** It has the same source. */
    EXACT,
    /** Its source is similar. */
    SIMILAR
  }

  public MemoryMatch {
    findings = List.copyOf(findings);
  }

  /** What a translation memory knows of the segments of a document. */
  @FunctionalInterface
  public interface Lookup {
    /** Knows nothing. */
    Lookup NONE = segments -> Map.of();

    /** Returns the best match of each segment that has one, by its index. */
    Map<Integer, MemoryMatch> matches(List<Segment> segments);
  }
}
