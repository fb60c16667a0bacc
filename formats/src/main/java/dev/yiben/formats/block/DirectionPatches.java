package dev.yiben.formats.block;

import dev.yiben.formats.markup.Attribute;
import dev.yiben.formats.markup.Token.StartTag;
import dev.yiben.formats.splice.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Turns a document to the direction of its targets; passages that ran the other way keep theirs.
 */
public final class DirectionPatches {
  private static final Set<String> ROOTS = Set.of("dtbook", "html", "ncx");

  /** It sets the order of letters, which a translation has not. */
  private static final String OVERRIDE = "bdo";

  private DirectionPatches() {}

  /** Returns the patches for a translated document; none where both languages run the same way. */
  public static List<Patch> of(MarkupDocument document, Presentation presentation) {
    List<Patch> patches = new ArrayList<>();
    if (!presentation.isTurned()) {
      return patches;
    }
    String text = document.source().text();
    for (StartTag tag : document.languageTags()) {
      for (Attribute attribute : directions(tag)) {
        if (!tag.localName().equals(OVERRIDE)
            && attribute.value(text).strip().equalsIgnoreCase(presentation.sourceDirection())
            && !isForeign(tag, text, presentation)) {
          patches.add(LanguagePatches.set(attribute, presentation.targetDirection()));
        }
      }
    }
    LanguagePatches.root(document)
        .filter(tag -> ROOTS.contains(tag.localName()) && directions(tag).isEmpty())
        .ifPresent(
            tag ->
                patches.add(
                    LanguagePatches.add(tag, List.of("dir"), presentation.targetDirection())));
    return patches;
  }

  private static boolean isForeign(StartTag tag, String text, Presentation presentation) {
    return LanguagePatches.languages(tag).stream()
        .flatMap(attribute -> Language.of(attribute.value(text)).stream())
        .anyMatch(
            language ->
                presentation.source().filter(source -> !source.isSame(language)).isPresent());
  }

  private static List<Attribute> directions(StartTag tag) {
    return tag.attributes().stream().filter(a -> a.name().equalsIgnoreCase("dir")).toList();
  }
}
