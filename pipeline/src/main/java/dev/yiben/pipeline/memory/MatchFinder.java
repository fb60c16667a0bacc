package dev.yiben.pipeline.memory;

import dev.yiben.formats.document.Segment;
import dev.yiben.pipeline.plan.MemoryMatch.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the units of a memory that fit the segments of a document.
 *
 * <p>Of the units of the same source confirmed ones come first, then that which stood in the same
 * place, then the newest. Without the same place running text is taken only if all units agree and
 * the checks found nothing in it, and unless it is confirmed, only if it is not so short that it
 * may mean something else elsewhere. Labels read the same wherever they stand.
 */
final class MatchFinder {
  private static final int LEAST_SIMILARITY = 75;
  private static final int MOST_CANDIDATES = 12;

  /** An example longer than that would take too much of a prompt. */
  private static final int LONGEST_EXAMPLE = 400;

  private static final int LEAST_LETTERS = 12;

  private final TranslationMemory memory;
  private final MemoryReuse reuse;
  private final String recipe;
  private final Revisions revisions;
  private final boolean similar;

  /**
   * Creates a finder.
   *
   * @param recipe of the job
   * @param similar whether similar units are wanted as well
   */
  MatchFinder(
      TranslationMemory memory,
      MemoryReuse reuse,
      String recipe,
      Revisions revisions,
      boolean similar) {
    this.memory = memory;
    this.reuse = reuse;
    this.recipe = recipe;
    this.revisions = revisions;
    this.similar = similar;
  }

  /** Returns the matches by index of the segment. */
  Map<Integer, UnitMatch> find(String document, List<Segment> segments) {
    Map<Integer, UnitMatch> matches = new TreeMap<>();
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      int index = i;
      if (segment.skipRule().isEmpty() && hasLetters(segment)) {
        MemoryUnit.Context context = MemoryUnit.Context.of(document, segments, i);
        String source = segment.source().marked();
        List<MemoryUnit> units = units(source);
        (units.isEmpty() && similar ? similar(source) : same(segment, context, units))
            .ifPresent(match -> matches.put(index, match));
      }
    }
    return matches;
  }

  private static boolean hasLetters(Segment segment) {
    return segment.source().plainText().codePoints().anyMatch(Character::isLetter);
  }

  private List<MemoryUnit> units(String source) {
    return memory.exact(source, revisions).stream()
        .filter(unit -> unit.counts(reuse, recipe))
        .toList();
  }

  private static Optional<UnitMatch> same(
      Segment segment, MemoryUnit.Context context, List<MemoryUnit> units) {
    List<MemoryUnit> confirmed = units.stream().filter(unit -> unit.made().confirmed()).toList();
    return best(segment, context, confirmed).or(() -> best(segment, context, units));
  }

  private static Optional<UnitMatch> best(
      Segment segment, MemoryUnit.Context context, List<MemoryUnit> units) {
    Optional<MemoryUnit> best =
        units.stream()
            .max(
                Comparator.<MemoryUnit>comparingInt(unit -> unit.context().likeness(context))
                    .thenComparing(MemoryUnit::created));
    if (best.isEmpty()) {
      return Optional.empty();
    }
    if (best.get().context().likeness(context) > 0) {
      return Optional.of(new UnitMatch(Kind.CONTEXT, best.get()));
    }
    return segment.role().isLabel() || isSureAnywhere(best.get(), units)
        ? Optional.of(new UnitMatch(Kind.EXACT, best.get()))
        : Optional.empty();
  }

  private static boolean isSureAnywhere(MemoryUnit best, List<MemoryUnit> units) {
    boolean agreed = units.stream().map(MemoryUnit::target).distinct().count() == 1;
    boolean longEnough = best.made().confirmed() || letters(best.source()) >= LEAST_LETTERS;
    return agreed && longEnough && best.findings().isEmpty();
  }

  /** Returns the letters of a text, of which a character of a word without spaces counts three. */
  private static int letters(String text) {
    return text.codePoints().filter(Character::isLetter).map(c -> isWithoutSpaces(c) ? 3 : 1).sum();
  }

  private static boolean isWithoutSpaces(int character) {
    return Character.isIdeographic(character) || (character >= 0x3040 && character <= 0x30FF);
  }

  private Optional<UnitMatch> similar(String source) {
    if (source.length() > LONGEST_EXAMPLE) {
      return Optional.empty();
    }
    MemoryUnit best = null;
    int most = LEAST_SIMILARITY - 1;
    for (String candidate : memory.candidates(source, MOST_CANDIDATES)) {
      int percent = Similarity.percent(source, candidate, LEAST_SIMILARITY);
      if (percent > most && candidate.length() <= LONGEST_EXAMPLE) {
        Optional<MemoryUnit> unit =
            units(candidate).stream()
                .filter(u -> u.target().length() <= LONGEST_EXAMPLE)
                .max(
                    Comparator.<MemoryUnit, Boolean>comparing(u -> u.made().confirmed())
                        .thenComparing(MemoryUnit::created));
        if (unit.isPresent()) {
          best = unit.get();
          most = percent;
        }
      }
    }
    return Optional.ofNullable(best).map(unit -> new UnitMatch(Kind.SIMILAR, unit));
  }
}
