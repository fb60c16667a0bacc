package dev.yiben.formats.block;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.format.Coverage;
import dev.yiben.formats.format.TargetLookup;
import dev.yiben.formats.markup.MarkupScanner;
import dev.yiben.formats.markup.Token;
import dev.yiben.formats.markup.Token.StartTag;
import dev.yiben.formats.splice.Patch;
import dev.yiben.formats.splice.SourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** One XML or HTML text, cut into segments. */
public final class MarkupDocument {
  private final SourceText source;
  private final Vocabulary vocabulary;
  private final List<Token> tokens;
  private final List<Unit> units;
  private final Coverage coverage;
  private final List<StartTag> languageTags;

  private MarkupDocument(
      SourceText source, Vocabulary vocabulary, List<Token> tokens, BlockReader reader) {
    this.source = source;
    this.vocabulary = vocabulary;
    this.tokens = tokens;
    this.units = List.copyOf(reader.units());
    this.coverage = reader.tally().coverage();
    this.languageTags = List.copyOf(reader.languageTags());
  }

  /**
   * Cuts a text into segments.
   *
   * @param place what the segments' ids begin with, such as the entry's name
   * @throws dev.yiben.formats.markup.MarkupException if the markup cannot be read
   */
  public static MarkupDocument read(
      SourceText source, Vocabulary vocabulary, String place, String stream) {
    List<Token> tokens = MarkupScanner.scan(source.text(), vocabulary.rawElements());
    BlockReader reader = new BlockReader(source.text(), tokens, vocabulary, place, stream);
    reader.read();
    return new MarkupDocument(source, vocabulary, tokens, reader);
  }

  /** Returns the text that the document was read from. */
  public SourceText source() {
    return source;
  }

  /** Returns all tokens in order. */
  public List<Token> tokens() {
    return tokens;
  }

  /**
   * Returns the start tags with a {@code lang}, {@code xml:lang} or {@code dir} whose content is
   * translated.
   */
  public List<StartTag> languageTags() {
    return languageTags;
  }

  /** Returns the segments in order. */
  public List<Segment> segments() {
    return units.stream().map(Unit::segment).toList();
  }

  /** Returns what of the document's characters is in segments and what is not. */
  public Coverage coverage() {
    return coverage;
  }

  /**
   * Returns the innermost elements around segments with letters: those in which nothing is
   * translated, or else those in which something is.
   */
  Set<StartTag> holders(TargetLookup targets, boolean translated) {
    Structure structure = Structure.of(tokens, vocabulary);
    Map<Integer, Surroundings> surroundings =
        Surroundings.of(source.text(), tokens, structure, units);
    NavigableSet<Integer> translatedStarts = new TreeSet<>();
    units.stream()
        .filter(unit -> unit.quote() == Unit.CONTENT && target(unit, targets).isPresent())
        .forEach(unit -> translatedStarts.add(unit.start()));
    Set<StartTag> holders = new LinkedHashSet<>();
    for (Unit unit : units) {
      if (unit.quote() != Unit.CONTENT
          || unit.segment().source().plainText().codePoints().noneMatch(Character::isLetter)) {
        continue;
      }
      int parent = surroundings.get(unit.start()).parent();
      if (parent >= 0) {
        int last = Math.min(structure.scopeEnd(parent), tokens.size() - 1);
        int start = tokens.get(parent).end();
        boolean anyTranslated =
            !translatedStarts.subSet(start, Math.max(start, tokens.get(last).end())).isEmpty();
        if (anyTranslated == translated) {
          holders.add((StartTag) tokens.get(parent));
        }
      }
    }
    return holders;
  }

  /** Returns whether a place is in no segment's text. */
  public boolean isOutside(Patch patch) {
    return units.stream()
        .noneMatch(unit -> unit.start() < patch.end() && patch.start() < unit.end());
  }

  /** Returns whether any target differs from its source. */
  public boolean isChanged(TargetLookup targets) {
    return units.stream().anyMatch(unit -> target(unit, targets).isPresent());
  }

  /** Returns the segments whose targets have lost or crossed codes and are therefore not used. */
  public List<Segment> unfit(TargetLookup targets) {
    return units.stream()
        .map(Unit::segment)
        .filter(
            segment ->
                targets
                    .target(segment.id())
                    .filter(target -> !TargetWriter.fits(segment.source(), target))
                    .isPresent())
        .toList();
  }

  /**
   * Returns the document's bytes with the targets in place.
   *
   * @param more patches of the caller's, outside of the segments' text but for start tags in it
   */
  public byte[] write(TargetLookup targets, Collection<Patch> more) {
    return write(more, unit -> target(unit, targets), unit -> Optional.empty());
  }

  /**
   * Returns the document's bytes with the targets in place, or beside their sources where the
   * presentation says so; attributes, titles and drawings show the target alone.
   *
   * @param more patches of the caller's, outside of the segments' text but for start tags in it
   */
  public byte[] write(TargetLookup targets, Presentation presentation, Collection<Patch> more) {
    if (!presentation.layout().isBilingual()) {
      return write(targets, more);
    }
    Structure structure = Structure.of(tokens, vocabulary);
    BilingualWriter writer =
        new BilingualWriter(
            source,
            new Copies(source.text(), tokens, structure),
            Surroundings.of(source.text(), tokens, structure, units),
            presentation);
    Set<Integer> embedded =
        embedded(unit -> writer.takes(unit) && target(unit, targets).isPresent());
    return write(
        more,
        unit -> target(unit, targets),
        unit -> Optional.of(writer).filter(w -> w.takes(unit) && !embedded.contains(unit.start())));
  }

  /** Returns the starts of units within others that are doubled, so that they must not be. */
  private Set<Integer> embedded(Predicate<Unit> doubled) {
    List<Unit> ordered =
        units.stream()
            .filter(unit -> unit.quote() == Unit.CONTENT)
            .sorted(
                Comparator.comparingInt(Unit::start)
                    .thenComparing(Comparator.comparingInt(Unit::end).reversed()))
            .toList();
    Set<Integer> embedded = new HashSet<>();
    int end = 0;
    for (Unit unit : ordered) {
      if (unit.end() <= end) {
        embedded.add(unit.start());
      } else if (doubled.test(unit)) {
        end = unit.end();
      }
    }
    return embedded;
  }

  private byte[] write(
      Collection<Patch> more,
      Function<Unit, Optional<CodedText>> target,
      Function<Unit, Optional<BilingualWriter>> bilingual) {
    NavigableMap<Integer, Patch> patches = new TreeMap<>();
    more.forEach(patch -> patches.merge(patch.start(), patch, MarkupDocument::both));
    // Attributes first: the text around them takes the patches in its codes along.
    for (boolean content : new boolean[] {false, true}) {
      for (Unit unit : units) {
        if ((unit.quote() == Unit.CONTENT) == content) {
          target.apply(unit).ifPresent(text -> put(unit, text, bilingual.apply(unit), patches));
        }
      }
    }
    return source.splice(new ArrayList<>(patches.values()));
  }

  /** Returns two patches at one place, of which one at least is an insertion. */
  private static Patch both(Patch one, Patch other) {
    return new Patch(
        one.start(), Math.max(one.end(), other.end()), one.replacement() + other.replacement());
  }

  private void put(
      Unit unit,
      CodedText target,
      Optional<BilingualWriter> bilingual,
      NavigableMap<Integer, Patch> patches) {
    BiFunction<Integer, Integer, Collection<Patch>> within =
        (start, end) -> patches.subMap(start, end).values();
    String replacement =
        bilingual
            .map(writer -> writer.write(unit, target, markup(within), within))
            .orElseGet(() -> new TargetWriter(source, unit, markup(within)).write(target));
    patches.subMap(unit.start(), unit.end()).clear();
    patches.put(unit.start(), new Patch(unit.start(), unit.end(), replacement));
  }

  private Function<Slot, String> markup(BiFunction<Integer, Integer, Collection<Patch>> patches) {
    return slot ->
        slot.isRewritten()
            ? slot.written()
            : source.slice(
                slot.start(), slot.end(), List.copyOf(patches.apply(slot.start(), slot.end())));
  }

  private static Optional<CodedText> target(Unit unit, TargetLookup targets) {
    Segment segment = unit.segment();
    if (segment.skipRule().isPresent()) {
      return Optional.empty();
    }
    return targets
        .target(segment.id())
        .filter(target -> !target.equals(segment.source()))
        .filter(target -> TargetWriter.fits(segment.source(), target));
  }
}
