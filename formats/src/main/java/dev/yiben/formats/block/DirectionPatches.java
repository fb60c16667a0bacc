package dev.yiben.formats.block;

import dev.yiben.formats.format.TargetLookup;
import dev.yiben.formats.markup.Attribute;
import dev.yiben.formats.markup.Token.StartTag;
import dev.yiben.formats.splice.Patch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a document to the direction of its targets. Passages that ran the other way keep theirs,
 * and what is not translated says its own.
 */
public final class DirectionPatches {
  private static final Set<String> ROOTS = Set.of("dtbook", "html", "ncx");

  /** Code is written from left to right everywhere. */
  private static final Set<String> CODE = Set.of("code", "kbd", "pre", "samp");

  /** It sets the order of letters, which a translation has not. */
  private static final String OVERRIDE = "bdo";

  private final MarkupDocument document;
  private final Presentation presentation;
  private final List<Patch> patches = new ArrayList<>();
  private final Set<StartTag> done = new HashSet<>();

  private DirectionPatches(MarkupDocument document, Presentation presentation) {
    this.document = document;
    this.presentation = presentation;
  }

  /** Returns the patches for a translated document; none where both languages run the same way. */
  public static List<Patch> of(
      MarkupDocument document, Presentation presentation, TargetLookup targets) {
    DirectionPatches directions = new DirectionPatches(document, presentation);
    if (presentation.isTurned()) {
      directions.turn();
      LanguagePatches.root(document)
          .filter(tag -> ROOTS.contains(tag.localName()))
          .ifPresent(tag -> directions.add(tag, presentation.targetDirection()));
      directions.keep(targets);
    }
    return directions.patches;
  }

  /**
   * Returns the patches for a document in which nothing may move: its texts run as their language
   * does, each in its place.
   */
  public static List<Patch> inPlace(
      MarkupDocument document, Presentation presentation, TargetLookup targets) {
    DirectionPatches directions = new DirectionPatches(document, presentation);
    if (presentation.isTurned()) {
      document
          .holders(targets, true)
          .forEach(tag -> directions.add(tag, presentation.targetDirection()));
    }
    return directions.patches;
  }

  /** Turns what says that it runs as the source. */
  private void turn() {
    String text = document.source().text();
    for (StartTag tag : document.languageTags()) {
      for (Attribute attribute : directions(tag)) {
        if (!tag.localName().equals(OVERRIDE)
            && attribute.value(text).strip().equalsIgnoreCase(presentation.sourceDirection())
            && language(tag).filter(this::isForeign).isEmpty()) {
          patches.add(LanguagePatches.set(attribute, presentation.targetDirection()));
        }
      }
    }
  }

  private void keep(TargetLookup targets) {
    for (StartTag tag : document.holders(targets, false)) {
      if (!ROOTS.contains(tag.localName())) {
        add(tag, language(tag).map(Language::direction).orElseGet(presentation::sourceDirection));
      }
    }
    if (presentation.targetDirection().equals("rtl")) {
      document.tokens().stream()
          .filter(StartTag.class::isInstance)
          .map(StartTag.class::cast)
          .filter(tag -> CODE.contains(tag.localName()))
          .forEach(tag -> add(tag, "ltr"));
    }
  }

  /** Titles are shown by the reader's own means, and in drawings texts have their places. */
  private static boolean isPlain(StartTag tag) {
    return switch (tag.localName()) {
      case "title", "text", "tspan", "desc" -> true;
      default -> false;
    };
  }

  private void add(StartTag tag, String direction) {
    if (directions(tag).isEmpty() && !isPlain(tag) && done.add(tag)) {
      patches.add(LanguagePatches.add(tag, List.of("dir"), direction));
    }
  }

  private Optional<Language> language(StartTag tag) {
    String text = document.source().text();
    return LanguagePatches.languages(tag).stream()
        .flatMap(attribute -> Language.of(attribute.value(text)).stream())
        .findFirst();
  }

  private boolean isForeign(Language language) {
    return presentation.source().filter(source -> !source.isSame(language)).isPresent();
  }

  private static List<Attribute> directions(StartTag tag) {
    return tag.attributes().stream().filter(a -> a.name().equalsIgnoreCase("dir")).toList();
  }
}
