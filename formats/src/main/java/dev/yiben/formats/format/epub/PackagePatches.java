package dev.yiben.formats.format.epub;

import dev.yiben.formats.block.Language;
import dev.yiben.formats.block.Presentation;
import dev.yiben.formats.format.epub.PackageMarkup.Tag;
import dev.yiben.formats.markup.Attribute;
import dev.yiben.formats.markup.Token.StartTag;
import dev.yiben.formats.markup.Token.Text;
import dev.yiben.formats.splice.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a package document says of the book as a whole, said of its translation. */
final class PackagePatches {
  private final PackageMarkup markup;
  private final Presentation presentation;
  private final String target;

  PackagePatches(PackageMarkup markup, Presentation presentation, String target) {
    this.markup = markup;
    this.presentation = presentation;
    this.target = target;
  }

  /** The first language is the target; one of two stays as another. */
  List<Patch> language() {
    List<Patch> patches = new ArrayList<>();
    Optional<Tag> first =
        markup.all("language").stream()
            .filter(tag -> tag.end().isPresent() || tag.start().selfClosing())
            .findFirst();
    if (first.isEmpty()) {
      markup.first("title").ifPresent(title -> patches.add(before(title, languageLike(title))));
      return patches;
    }
    Tag tag = first.get();
    replaced(tag, target).ifPresent(patches::add);
    markup.all("meta").stream()
        .filter(meta -> markup.value(meta, "property").equals("dcterms:language"))
        .findFirst()
        .filter(meta -> meta.value().equals(tag.value()))
        .flatMap(meta -> replaced(meta, target))
        .ifPresent(patches::add);
    if (presentation.layout().isBilingual()
        && Language.of(tag.value()).isPresent()
        && markup.all("language").stream().skip(1).noneMatch(l -> l.value().equals(tag.value()))) {
      tag.end()
          .ifPresent(
              end ->
                  patches.add(
                      insertion(
                          end.end(),
                          "<%1$s>%2$s</%1$s>".formatted(tag.start().name(), tag.value()))));
    }
    return patches;
  }

  /** Returns the patch of what an element holds; an empty one may be without an end tag. */
  private Optional<Patch> replaced(Tag tag, String value) {
    StartTag start = tag.start();
    if (tag.content().isPresent() && tag.end().isPresent()) {
      Text content = tag.content().get();
      return Optional.of(new Patch(content.start(), content.end(), value));
    }
    if (start.selfClosing()) {
      String end = "</" + start.name() + ">";
      return Optional.of(new Patch(start.end() - 2, start.end(), ">" + value + end));
    }
    return tag.end().map(end -> insertion(end.start(), value));
  }

  private String languageLike(Tag title) {
    String name = title.start().name();
    String prefix = name.substring(0, name.indexOf(':') + 1);
    return "<%1$slanguage>%2$s</%1$slanguage>".formatted(prefix, target);
  }

  private static Patch before(Tag tag, String text) {
    return insertion(tag.start().start(), text);
  }

  private static Patch insertion(int place, String text) {
    return new Patch(place, place, text);
  }

  /**
   * Pages turn as the target's lines run; where lines stay vertical, or pages are pictures, they
   * turn as they did.
   *
   * @param horizontal whether vertical lines become horizontal
   * @param epub3 whether a direction may be added
   */
  List<Patch> pageProgression(boolean horizontal, boolean epub3) {
    List<Patch> patches = new ArrayList<>();
    String name = "page-progression-direction";
    String wanted = presentation.targetDirection();
    Optional<Tag> spine = markup.first("spine");
    if (spine.isEmpty()) {
      return patches;
    }
    Optional<Attribute> attribute = PackageMarkup.attribute(spine.get(), name);
    String old = attribute.map(a -> a.value(markup.text()).strip()).orElse("");
    boolean vertical = old.equals("rtl") && presentation.sourceDirection().equals("ltr");
    if (presentation.isTurned() || (vertical && horizontal)) {
      attribute
          .filter(a -> !old.equals(wanted) && a.quote() != '\0')
          .ifPresent(a -> patches.add(new Patch(a.valueStart(), a.valueEnd(), wanted)));
      if (attribute.isEmpty() && epub3 && wanted.equals("rtl")) {
        StartTag start = spine.get().start();
        int place = start.start() + 1 + start.name().length();
        patches.add(insertion(place, " %s=\"%s\"".formatted(name, wanted)));
      }
      markup.all("meta").stream()
          .filter(meta -> markup.value(meta, "name").equals("primary-writing-mode"))
          .filter(meta -> horizontal || !markup.value(meta, "content").startsWith("vertical"))
          .flatMap(meta -> PackageMarkup.attribute(meta, "content").stream())
          .filter(content -> content.quote() != '\0')
          .forEach(
              content ->
                  patches.add(
                      new Patch(
                          content.valueStart(),
                          content.valueEnd(),
                          wanted.equals("rtl") ? "horizontal-rl" : "horizontal-lr")));
    }
    return patches;
  }

  /** Titles and descriptions run as the target does where the document says how texts run. */
  List<Patch> titleDirections() {
    List<Patch> patches = new ArrayList<>();
    if (!presentation.isTurned()) {
      return patches;
    }
    boolean said =
        markup.first("package").flatMap(tag -> PackageMarkup.attribute(tag, "dir")).isPresent();
    for (Tag tag : markup.all("title")) {
      Optional<Attribute> direction = PackageMarkup.attribute(tag, "dir");
      direction
          .filter(a -> a.value(markup.text()).strip().equals(presentation.sourceDirection()))
          .filter(a -> a.quote() != '\0')
          .ifPresent(
              a ->
                  patches.add(
                      new Patch(a.valueStart(), a.valueEnd(), presentation.targetDirection())));
      if (direction.isEmpty() && said) {
        int place = tag.start().start() + 1 + tag.start().name().length();
        patches.add(insertion(place, " dir=\"%s\"".formatted(presentation.targetDirection())));
      }
    }
    return patches;
  }

  /** Returns whether a file can be added to the manifest. */
  boolean hasManifest() {
    return manifestEnd().isPresent();
  }

  private Optional<Integer> manifestEnd() {
    return markup.tokens().stream()
        .filter(dev.yiben.formats.markup.Token.EndTag.class::isInstance)
        .map(dev.yiben.formats.markup.Token.EndTag.class::cast)
        .filter(tag -> tag.localName().equals("manifest"))
        .map(dev.yiben.formats.markup.Token.EndTag::start)
        .findFirst();
  }

  /** Adds a style sheet to the manifest. */
  List<Patch> styleSheet(String id, String address) {
    String prefix =
        markup
            .first("item")
            .map(tag -> tag.start().name())
            .map(name -> name.substring(0, name.indexOf(':') + 1))
            .orElse("");
    return manifestEnd().stream()
        .map(
            place ->
                insertion(
                    place,
                    "<%sitem id=\"%s\" href=\"%s\" media-type=\"text/css\"/>\n"
                        .formatted(prefix, id, address)))
        .toList();
  }
}
