package dev.yiben.pipeline.memory;

import dev.yiben.formats.document.Segment;
import dev.yiben.pipeline.plan.Fingerprint;
import dev.yiben.pipeline.plan.Neighbours;
import java.time.Instant;
import java.util.List;

/**
 * A source with its translation.
 *
 * @param source marked source
 * @param target marked target, with the source's placeholders
 * @param context where it stood
 * @param made who made it
 * @param findings what the checks found in the target when it was accepted
 * @param created when the target was made
 * @param used when it was last used
 */
public record MemoryUnit(
    String source,
    String target,
    Context context,
    Making made,
    List<String> findings,
    Instant created,
    Instant used) {
  public MemoryUnit {
    findings = List.copyOf(findings);
  }

  /**
   * Where a unit stood.
   *
   * @param document name of its file; empty if it is not known, as all that follows
   * @param segment id of its segment
   * @param role its role in the document
   * @param before fingerprint of the segment before it
   * @param after fingerprint of the segment after it
   */
  public record Context(String document, String segment, String role, String before, String after) {
    /** Nothing is known. */
    public static final Context UNKNOWN = new Context("", "", "", "", "");

    /** Fingerprint of the edge of a chapter or scene. */
    static final String EDGE = Fingerprint.of("").value();

    /** Returns the context of a segment of a document. */
    public static Context of(String document, List<Segment> segments, int index) {
      Segment segment = segments.get(index);
      Neighbours neighbours = Neighbours.of(segments, index);
      return new Context(
          document,
          segment.id().value(),
          segment.role().name(),
          Fingerprint.of(neighbours.before()).value(),
          Fingerprint.of(neighbours.after()).value());
    }

    boolean isKnown() {
      return !before.isEmpty();
    }

    /** Returns how surely two are the same place: 2, 1 or 0. */
    int likeness(Context other) {
      if (before.equals(other.before) && after.equals(other.after) && isKnown()) {
        return 2;
      }
      boolean samePlace = document.equals(other.document) && segment.equals(other.segment);
      return (samePlace && isKnown())
              || isSameNeighbour(before, other.before)
              || isSameNeighbour(after, other.after)
          ? 1
          : 0;
    }

    private static boolean isSameNeighbour(String one, String other) {
      return one.equals(other) && !one.isEmpty() && !one.equals(EDGE);
    }
  }

  /**
   * Who made a target.
   *
   * @param origin where it comes from
   * @param confirmed whether somebody has confirmed it
   * @param model name of the model; empty if there was none or it is not known
   * @param recipe fingerprint of the model and all settings that shaped it; empty if that is not
   *     known
   */
  public record Making(Origin origin, boolean confirmed, String model, String recipe) {
    /** Returns that of what people have made or brought in. */
    public static Making byPeople(Origin origin, boolean confirmed) {
      return new Making(origin, confirmed, "", "");
    }
  }

  /** Returns whether a job takes it. */
  boolean counts(MemoryReuse reuse, String recipe) {
    return switch (reuse) {
      case SAME -> made.origin() != Origin.TRANSLATED || made.recipe().equals(recipe);
      case ANY -> true;
      case CONFIRMED -> made.confirmed();
    };
  }
}
