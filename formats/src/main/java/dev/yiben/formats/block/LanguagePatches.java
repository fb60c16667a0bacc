package dev.yiben.formats.block;

import dev.yiben.formats.markup.Attribute;
import dev.yiben.formats.markup.Token.StartTag;
import dev.yiben.formats.splice.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes the language that a document declares, and only that: foreign passages keep theirs. What
 * is in another region's or script's kind of the document's language is translated like the rest.
 */
public final class LanguagePatches {
  private LanguagePatches() {}

  /**
   * Returns the patches for a translated document.
   *
   * @param declared the language of the work that the document belongs to
   * @param target the language of the targets
   * @param missing the attributes that an {@code html} element without any is given
   */
  public static List<Patch> of(
      MarkupDocument document, Optional<String> declared, String target, List<String> missing) {
    String text = document.source().text();
    Optional<StartTag> root = root(document).filter(tag -> !missing(tag, missing).isEmpty());
    Optional<Language> old =
        root.flatMap(tag -> declared(tag, text)).or(() -> declared.flatMap(Language::of));
    List<Patch> patches = new ArrayList<>();
    for (StartTag tag : document.languageTags()) {
      boolean whole = root.isPresent() && root.get().equals(tag);
      for (Attribute attribute : languages(tag)) {
        Optional<Language> here = Language.of(attribute.value(text));
        if (whole || (old.isPresent() && here.filter(old.get()::isSame).isPresent())) {
          patches.add(set(attribute, target));
        }
      }
    }
    root.filter(tag -> languages(tag).isEmpty())
        .ifPresent(tag -> patches.add(add(tag, missing(tag, missing), target)));
    return patches;
  }

  /** Returns the attributes that say the language of a whole document of the root's kind. */
  private static List<String> missing(StartTag root, List<String> html) {
    return switch (root.localName()) {
      case "html" -> html;
      case "dtbook", "ncx" -> List.of("xml:lang");
      default -> List.of();
    };
  }

  static Optional<StartTag> root(MarkupDocument document) {
    return document.tokens().stream()
        .filter(StartTag.class::isInstance)
        .map(StartTag.class::cast)
        .findFirst();
  }

  private static Optional<Language> declared(StartTag tag, String text) {
    return languages(tag).stream().flatMap(a -> Language.of(a.value(text)).stream()).findFirst();
  }

  /** Returns the attributes that say the language of an element. */
  static List<Attribute> languages(StartTag tag) {
    return tag.attributes().stream()
        .filter(a -> a.name().equalsIgnoreCase("lang") || a.name().equalsIgnoreCase("xml:lang"))
        .toList();
  }

  static Patch set(Attribute attribute, String value) {
    String written = attribute.quote() == '\0' ? '"' + value + '"' : value;
    boolean bare = attribute.valueStart() == attribute.start() + attribute.name().length();
    return new Patch(attribute.valueStart(), attribute.valueEnd(), bare ? '=' + written : written);
  }

  static Patch add(StartTag tag, List<String> names, String value) {
    StringBuilder attributes = new StringBuilder();
    names.forEach(name -> attributes.append(" %s=\"%s\"".formatted(name, value)));
    int place = tag.start() + 1 + tag.name().length();
    return new Patch(place, place, attributes.toString());
  }
}
