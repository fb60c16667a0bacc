package dev.yiben.formats.format.epub;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.yiben.formats.archive.Archive;
import dev.yiben.formats.block.BilingualStyle;
import dev.yiben.formats.block.DirectionPatches;
import dev.yiben.formats.block.Language;
import dev.yiben.formats.block.LanguagePatches;
import dev.yiben.formats.block.MarkupDocument;
import dev.yiben.formats.block.Presentation;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.Layout;
import dev.yiben.formats.format.TargetLookup;
import dev.yiben.formats.format.epub.PackageMarkup.Tag;
import dev.yiben.formats.markup.Token.StartTag;
import dev.yiben.formats.splice.Patch;
import dev.yiben.formats.style.StyleRule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a translation changes in the files of one package besides their texts: what they say of
 * language and direction, the book's identifier, and styles of its own where it needs some.
 */
final class Edition {
  private final String packageName;
  private final PackageDocument opf;
  private final FormatOptions options;
  private final String target;
  private final Optional<Language> source;
  private final boolean horizontal;
  private final Set<String> fixed;
  private final Optional<String> identifier;
  private final StyleOverrides overrides;
  private final BookStyles styles;
  private final AddedStyle flowingStyle;
  private final AddedStyle fixedStyle;
  private final boolean canAdd;
  private final Set<AddedStyle> linked = new LinkedHashSet<>();
  private final Set<String> notices = new LinkedHashSet<>();
  private boolean flows;

  /**
   * Decides on an edition.
   *
   * @param markup the package document's
   * @param archive is read, not written
   * @param taken names of entries in lower case
   */
  Edition(
      String packageName,
      PackageDocument opf,
      PackageMarkup markup,
      Archive archive,
      FormatOptions options,
      String target,
      Set<String> taken) {
    this.packageName = packageName;
    this.opf = opf;
    this.options = options;
    this.target = target;
    this.source = opf.language().map(PackageDocument.Range::value).flatMap(Language::of);
    Optional<Language> targetLanguage = Language.of(target);
    this.horizontal = LineMode.becomesHorizontal(options.writingMode(), source, targetLanguage);
    this.fixed = FixedPages.of(packageName, markup, opf);
    boolean obfuscated = archive.names().contains("META-INF/encryption.xml");
    this.identifier =
        Identifiers.unique(markup)
            .filter(tag -> !obfuscated && markup.isWhole())
            .map(tag -> Identifiers.of(tag.value(), target, options.layout()));
    this.overrides = new StyleOverrides(presentation(source, Layout.TARGET), horizontal);
    this.styles = BookStyles.read(packageName, opf, archive);
    List<StyleRule> rules = styles.rules();
    String fonts = targetLanguage.map(t -> FontFallback.rules(rules, source, t)).orElse("");
    this.flowingStyle =
        AddedStyle.beside(
            packageName,
            "yiben",
            overrides.horizontal(rules) + fonts + BilingualStyle.of(options.layout()),
            taken);
    this.fixedStyle = AddedStyle.beside(packageName, "yiben-fixed", fonts, taken);
    this.canAdd =
        markup.isWhole()
            && new PackagePatches(markup, presentation(source, Layout.TARGET), target)
                .hasManifest();
    if (archive.names().contains("META-INF/signatures.xml")) {
      notices.add("META-INF/signatures.xml: the book is signed; its translation is not");
    }
  }

  private Presentation presentation(Optional<Language> from, Layout layout) {
    return new Presentation(layout, from, Language.of(target), languageAttributes());
  }

  private List<String> languageAttributes() {
    return opf.isEpub3() ? List.of("lang", "xml:lang") : List.of("xml:lang");
  }

  /** Returns the bytes of a part of a translated book, or nothing where they stay. */
  Optional<byte[]> write(Part part, MarkupDocument document, TargetLookup targets) {
    boolean isFixed = fixed.contains(part.name());
    boolean isChapter = part.kind() == Part.Kind.CHAPTER;
    Presentation presentation =
        presentation(
            source.or(() -> language(document)),
            isChapter && !isFixed ? options.layout() : Layout.TARGET);
    List<Patch> patches = new ArrayList<>();
    boolean isChanged = document.isChanged(targets);
    if (isChanged || part.kind() == Part.Kind.PACKAGE) {
      patches.addAll(
          LanguagePatches.of(
              document,
              presentation.source().map(Language::tag),
              target,
              presentation.languageAttributes()));
    }
    switch (part.kind()) {
      case CHAPTER, NAVIGATION -> {
        if (isFixed) {
          notices.add(fixedNotice());
          patches.addAll(DirectionPatches.inPlace(document, presentation, targets));
          patches.addAll(link(fixedStyle, part, document));
        } else {
          flows = true;
          patches.addAll(DirectionPatches.of(document, presentation, targets));
          patches.addAll(InlineStyles.patches(document, overrides));
          patches.addAll(link(flowingStyle, part, document));
        }
      }
      case NCX -> {
        if (isChanged) {
          patches.addAll(DirectionPatches.of(document, presentation, targets));
        }
        patches.addAll(NcxIdentifier.patches(document, identifier));
      }
      case PACKAGE -> patches.addAll(packagePatches(PackageMarkup.of(document)));
    }
    return isChanged || !patches.isEmpty()
        ? Optional.of(document.write(targets, presentation, patches))
        : Optional.empty();
  }

  private String fixedNotice() {
    return "pages have a fixed layout: what is longer than its source may not fit"
        + (options.layout().isBilingual() ? ", and they show the translation alone" : "");
  }

  private static Optional<Language> language(MarkupDocument document) {
    return document.tokens().stream()
        .filter(StartTag.class::isInstance)
        .map(StartTag.class::cast)
        .findFirst()
        .flatMap(tag -> tag.attribute("lang").or(() -> tag.attribute("xml:lang")))
        .flatMap(attribute -> Language.of(attribute.value(document.source().text())));
  }

  private List<Patch> link(AddedStyle style, Part part, MarkupDocument document) {
    if (!style.isNeeded()) {
      return List.of();
    }
    if (!canAdd) {
      notices.add(packageName + ": has no list of files; no style sheet could be added");
      return List.of();
    }
    Optional<Patch> link = style.link(part.name(), document.tokens());
    link.ifPresent(patch -> linked.add(style));
    return link.stream().toList();
  }

  private List<Patch> packagePatches(PackageMarkup markup) {
    PackagePatches whole =
        new PackagePatches(markup, presentation(source, options.layout()), target);
    List<Patch> patches = new ArrayList<>(whole.language());
    patches.addAll(whole.titleDirections());
    if (!isAllFixed(markup)) {
      patches.addAll(whole.pageProgression(horizontal, opf.isEpub3()));
    }
    identifier.ifPresent(id -> patches.addAll(Identifiers.patches(markup, id)));
    for (AddedStyle style : linked) {
      String id = markup.freeId(style.equals(fixedStyle) ? "yiben-fixed-style" : "yiben-style");
      patches.addAll(whole.styleSheet(id, EntryAddress.relative(packageName, style.name())));
    }
    return patches;
  }

  private boolean isAllFixed(PackageMarkup markup) {
    List<Tag> pages = markup.all("itemref");
    return !fixed.isEmpty() && fixed.size() >= pages.size();
  }

  /** Returns the entries to add, and the style sheets that do not stay as they are. */
  Map<String, byte[]> added() {
    Map<String, byte[]> added = new TreeMap<>(flows ? styles.turned(overrides) : Map.of());
    linked.forEach(style -> added.put(style.name(), style.css().getBytes(UTF_8)));
    return added;
  }

  /** Returns what a user should know, one line each. */
  List<String> notices() {
    return List.copyOf(notices);
  }
}
