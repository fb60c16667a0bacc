package dev.yiben.pipeline.prepare;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.glossary.Glossary;
import dev.yiben.glossary.ProtectedPatterns;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a glossary does to texts on their way to the model and back; immutable and safe for use by
 * several threads.
 */
public final class Preparation {
  /** The rule that leaves a segment as it is if nothing but protected texts is in it. */
  public static final String PROTECTED = "protected";

  private final Replacements before;
  private final Replacements after;
  private final Optional<Protection> protection;

  private final List<String> recipe;

  private Preparation(
      Replacements before,
      Replacements after,
      Optional<Protection> protection,
      List<String> recipe) {
    this.before = before;
    this.after = after;
    this.protection = protection;
    this.recipe = recipe;
  }

  /**
   * Returns what a glossary asks for.
   *
   * @throws dev.yiben.glossary.GlossaryException if one of its expressions is wrong
   */
  public static Preparation of(Glossary glossary) {
    return new Preparation(
        Replacements.of(glossary.before()),
        Replacements.of(glossary.after()),
        protection(glossary),
        Stream.of("before", glossary.before(), "after", glossary.after())
            .map(Object::toString)
            .toList());
  }

  /** Returns what a glossary protects, without its replacements: for rehearsals. */
  public static Preparation protecting(Glossary glossary) {
    Replacements none = new Replacements(List.of());
    return new Preparation(none, none, protection(glossary), List.of());
  }

  private static Optional<Protection> protection(Glossary glossary) {
    return glossary.protectedPatterns().isEmpty()
        ? Optional.empty()
        : Optional.of(new Protection(new ProtectedPatterns(glossary.protectedPatterns())));
  }

  /**
   * Prepares a document's segments.
   *
   * @throws dev.yiben.glossary.GlossaryException if an expression takes too long on a text
   */
  public PreparedSegments prepare(List<Segment> segments) {
    SortedMap<Integer, Segment> changed = new TreeMap<>();
    if (changesSources()) {
      for (int index = 0; index < segments.size(); index++) {
        int at = index;
        changed(segments.get(index)).ifPresent(segment -> changed.put(at, segment));
      }
    }
    return new PreparedSegments(this, segments, changed);
  }

  /** Returns the source of a segment as the model sees it. */
  public CodedText source(Segment segment) {
    return changesSources() && segment.skipRule().isEmpty()
        ? prepare(segment.source())
        : segment.source();
  }

  private boolean changesSources() {
    return protection.isPresent() || !before.replacers().isEmpty();
  }

  private Optional<Segment> changed(Segment segment) {
    CodedText source = segment.source();
    CodedText prepared = source(segment);
    if (prepared.equals(source)) {
      return Optional.empty();
    }
    Segment changed = segment.with(prepared);
    if (hasLetters(source) && !hasLetters(prepared)) {
      return Optional.of(changed.skippedBy(PROTECTED));
    }
    return segment
        .hints()
        .existing()
        .flatMap(existing -> translation(prepared, source, existing))
        .map(existing -> changed.with(changed.hints().withExisting(existing)))
        .or(() -> Optional.of(changed));
  }

  private CodedText prepare(CodedText source) {
    CodedText replaced = before.apply(source);
    return protection.map(codes -> codes.apply(replaced)).orElse(replaced);
  }

  /** Returns a translation in the document's own codes in those of the prepared source. */
  Optional<CodedText> translation(CodedText prepared, CodedText source, CodedText own) {
    return protection.isPresent()
        ? protection.get().applyAs(prepared, source, own)
        : Optional.of(own);
  }

  private static boolean hasLetters(CodedText text) {
    return text.plainText().codePoints().anyMatch(Character::isLetter);
  }

  /** Returns what tells these replacements from others. */
  public List<String> recipe() {
    return recipe;
  }

  /** Returns a target with the glossary's last replacements made; its codes stay as they are. */
  public CodedText finished(CodedText target) {
    return after.apply(target);
  }
}
