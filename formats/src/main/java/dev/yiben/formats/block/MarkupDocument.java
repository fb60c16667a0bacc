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
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** One XML or HTML text, cut into segments. */
public final class MarkupDocument {
  private final SourceText source;
  private final List<Token> tokens;
  private final List<Unit> units;
  private final Coverage coverage;
  private final List<StartTag> languageTags;

  private MarkupDocument(SourceText source, List<Token> tokens, BlockReader reader) {
    this.source = source;
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
    return new MarkupDocument(source, tokens, reader);
  }

  /** Returns the text that the document was read from. */
  public SourceText source() {
    return source;
  }

  /** Returns all tokens in order. */
  public List<Token> tokens() {
    return tokens;
  }

  /** Returns the start tags with a {@code lang} or {@code xml:lang} whose content is translated. */
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
    NavigableMap<Integer, Patch> patches = new TreeMap<>();
    more.forEach(patch -> patches.put(patch.start(), patch));
    // Attributes first: the text around them takes the patches in its codes along.
    for (Unit unit : units) {
      if (unit.quote() != Unit.CONTENT) {
        put(unit, targets, patches);
      }
    }
    for (Unit unit : units) {
      if (unit.quote() == Unit.CONTENT) {
        put(unit, targets, patches);
      }
    }
    return source.splice(new ArrayList<>(patches.values()));
  }

  private void put(Unit unit, TargetLookup targets, NavigableMap<Integer, Patch> patches) {
    Optional<CodedText> target = target(unit, targets);
    if (target.isEmpty()) {
      return;
    }
    String replacement =
        new TargetWriter(source, unit, (start, end) -> slice(start, end, patches))
            .write(target.get());
    patches.subMap(unit.start(), unit.end()).clear();
    patches.put(unit.start(), new Patch(unit.start(), unit.end(), replacement));
  }

  private String slice(int start, int end, NavigableMap<Integer, Patch> patches) {
    StringBuilder slice = new StringBuilder();
    int done = start;
    for (Patch patch : patches.subMap(start, end).values()) {
      slice.append(source.text(), done, patch.start()).append(patch.replacement());
      done = patch.end();
    }
    return slice.append(source.text(), done, end).toString();
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
