package dev.yiben.pipeline.memory;

import dev.yiben.formats.document.Segment;
import dev.yiben.pipeline.plan.MemoryMatch;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a memory has for a document, and where its translations go. */
public final class DocumentMemory {
  static final DocumentMemory NONE = new DocumentMemory(Optional.empty(), Map.of());

  private final Optional<Keeper> keeper;
  private final Map<Integer, UnitMatch> matches;

  DocumentMemory(Optional<Keeper> keeper, Map<Integer, UnitMatch> matches) {
    this.keeper = keeper;
    this.matches = matches;
  }

  /** Where translations go, and what is said of them there. */
  record Keeper(TranslationMemory memory, JobMemory.Request request, InstantSource clock) {}

  /** Returns the best match of each segment that has one, by its index. */
  public Map<Integer, MemoryMatch> matches() {
    Map<Integer, MemoryMatch> found = new TreeMap<>();
    matches.forEach((index, match) -> found.put(index, match.match()));
    return found;
  }

  /**
   * A target that was accepted.
   *
   * @param index of its segment
   * @param target marked target
   * @param findings what the checks found in it
   */
  public record Accepted(int index, String target, List<String> findings) {}

  /** Keeps the targets of a document. */
  public void save(List<Segment> segments, List<Accepted> targets) {
    keeper.ifPresent(k -> k.memory().add(units(k, segments, targets)));
  }

  private List<MemoryUnit> units(Keeper to, List<Segment> segments, List<Accepted> targets) {
    Instant now = to.clock().instant();
    JobMemory.Request request = to.request();
    String name = String.valueOf(request.document().getFileName());
    MemoryUnit.Making byModel =
        new MemoryUnit.Making(Origin.TRANSLATED, false, request.model(), request.recipe());
    List<MemoryUnit> units = new ArrayList<>();
    for (Accepted accepted : targets) {
      Optional<MemoryUnit> reused =
          Optional.ofNullable(matches.get(accepted.index()))
              .filter(match -> match.kind() != MemoryMatch.Kind.SIMILAR)
              .map(UnitMatch::unit)
              .filter(unit -> unit.target().equals(accepted.target()));
      units.add(
          new MemoryUnit(
              segments.get(accepted.index()).source().marked(),
              accepted.target(),
              MemoryUnit.Context.of(name, segments, accepted.index()),
              reused.map(MemoryUnit::made).orElse(byModel),
              accepted.findings(),
              reused.map(MemoryUnit::created).orElse(now),
              now));
    }
    return units;
  }
}
