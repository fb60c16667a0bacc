package dev.yiben.formats.format.epub;

import dev.yiben.formats.markup.Attribute;
import dev.yiben.formats.markup.Characters;
import dev.yiben.formats.markup.MarkupScanner;
import dev.yiben.formats.markup.Token;
import dev.yiben.formats.markup.Token.EndTag;
import dev.yiben.formats.markup.Token.StartTag;
import dev.yiben.formats.splice.Patch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a package document says of a book's files (EPUB 3.3 section 5, OPF 2.0.1).
 *
 * @param version of EPUB, such as {@code 3.0}; empty where it is not said
 * @param manifest the files by their id, in order
 * @param spine ids of the files to read, in order
 * @param toc the id of the EPUB 2 table of contents
 * @param language content of the first {@code dc:language}, with its place in the text
 */
record PackageDocument(
    String version,
    Map<String, ManifestItem> manifest,
    List<String> spine,
    Optional<String> toc,
    Optional<Range> language) {

  /** A file of the manifest; its address is as written. */
  record ManifestItem(String address, String mediaType, String properties) {
    boolean isNavigation() {
      return (" " + properties + " ").contains(" nav ");
    }

    boolean isContent() {
      return CONTENT.contains(mediaType);
    }
  }

  /** A piece of the text. */
  record Range(int start, int end, String value) {
    Patch with(String replacement) {
      return new Patch(start, end, replacement);
    }
  }

  private static final Set<String> CONTENT =
      Set.of(
          "application/xhtml+xml",
          "application/x-dtbook+xml",
          "image/svg+xml",
          "text/html",
          "text/x-oeb1-document");

  private static final Set<String> XML = Set.of("application/xml", "text/xml");

  /** A package document that cannot be read. */
  static final PackageDocument EMPTY =
      new PackageDocument("", Map.of(), List.of(), Optional.empty(), Optional.empty());

  /** Reads a package document as far as it can be read. */
  static PackageDocument read(String text) {
    String version = "";
    Map<String, ManifestItem> manifest = new LinkedHashMap<>();
    List<String> spine = new ArrayList<>();
    Optional<String> toc = Optional.empty();
    Optional<Range> language = Optional.empty();
    List<Token> tokens = MarkupScanner.scanReadable(text, Set.of());
    for (int i = 0; i < tokens.size(); i++) {
      if (!(tokens.get(i) instanceof StartTag tag)) {
        continue;
      }
      switch (tag.localName()) {
        case "package" -> version = value(tag, "version", text).orElse("");
        case "spine" -> toc = value(tag, "toc", text);
        case "itemref" -> value(tag, "idref", text).ifPresent(spine::add);
        case "item" -> addItem(manifest, tag, text);
        case "language" -> {
          if (language.isEmpty()) {
            language = content(tokens, i, text);
          }
        }
        default -> {}
      }
    }
    return new PackageDocument(
        version, Collections.unmodifiableMap(manifest), List.copyOf(spine), toc, language);
  }

  private static void addItem(Map<String, ManifestItem> manifest, StartTag tag, String text) {
    Optional<String> address = value(tag, "href", text);
    if (address.isPresent()) {
      ManifestItem item =
          new ManifestItem(
              address.get(),
              value(tag, "media-type", text).orElse(""),
              value(tag, "properties", text).orElse(""));
      // An item without an id can still be read, though no spine can name it.
      manifest.putIfAbsent(value(tag, "id", text).orElse(" " + manifest.size()), item);
    }
  }

  private static Optional<Range> content(List<Token> tokens, int start, String text) {
    if (start + 2 < tokens.size()
        && tokens.get(start + 1) instanceof Token.Text content
        && tokens.get(start + 2) instanceof EndTag end
        && end.name().equals(((StartTag) tokens.get(start)).name())) {
      String value = Characters.decode(text, content.start(), content.end()).strip();
      return Optional.of(new Range(content.start(), content.end(), value));
    }
    return Optional.empty();
  }

  private static Optional<String> value(StartTag tag, String name, String text) {
    return tag.attributes().stream()
        .filter(attribute -> attribute.name().equals(name))
        .map((Attribute attribute) -> attribute.value(text).strip())
        .findFirst();
  }

  /** Returns whether an item is an EPUB 2 table of contents, or XML that the spine says is one. */
  boolean isNcx(ManifestItem item) {
    boolean named = toc.map(manifest::get).filter(item::equals).isPresent();
    return item.mediaType().equals("application/x-dtbncx+xml")
        || (named && XML.contains(item.mediaType()));
  }

  boolean isEpub3() {
    return version.startsWith("3");
  }
}
