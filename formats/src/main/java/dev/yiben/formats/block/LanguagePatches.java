package dev.yiben.formats.block;

import dev.yiben.formats.markup.Attribute;
import dev.yiben.formats.markup.Token.StartTag;
import dev.yiben.formats.splice.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Changes the language that a document declares, and only that: foreign passages keep theirs. */
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
    Optional<StartTag> html =
        document.tokens().stream()
            .filter(StartTag.class::isInstance)
            .map(StartTag.class::cast)
            .findFirst()
            .filter(tag -> tag.localName().equals("html"));
    Optional<String> old =
        html.flatMap(tag -> languages(tag).stream().map(a -> a.value(text)).findFirst())
            .filter(language -> !language.isBlank())
            .or(() -> declared);
    List<Patch> patches = new ArrayList<>();
    for (StartTag tag : document.languageTags()) {
      boolean whole = html.isPresent() && html.get().equals(tag);
      for (Attribute attribute : languages(tag)) {
        if (whole || old.filter(o -> isSame(o, attribute.value(text))).isPresent()) {
          patches.add(set(attribute, target));
        }
      }
    }
    html.filter(tag -> languages(tag).isEmpty())
        .ifPresent(tag -> patches.add(add(tag, missing, target)));
    return patches;
  }

  /** Returns the attributes that say the language of an element. */
  static List<Attribute> languages(StartTag tag) {
    return tag.attributes().stream()
        .filter(a -> a.name().equalsIgnoreCase("lang") || a.name().equalsIgnoreCase("xml:lang"))
        .toList();
  }

  private static Patch set(Attribute attribute, String language) {
    String value = attribute.quote() == '\0' ? '"' + language + '"' : language;
    return new Patch(attribute.valueStart(), attribute.valueEnd(), value);
  }

  private static Patch add(StartTag tag, List<String> names, String language) {
    StringBuilder attributes = new StringBuilder();
    names.forEach(name -> attributes.append(" %s=\"%s\"".formatted(name, language)));
    int place = tag.start() + 1 + tag.name().length();
    return new Patch(place, place, attributes.toString());
  }

  private static boolean isSame(String one, String other) {
    return primary(one).equals(primary(other));
  }

  private static String primary(String language) {
    return language.strip().toLowerCase(Locale.ROOT).split("[-_]", -1)[0];
  }
}
