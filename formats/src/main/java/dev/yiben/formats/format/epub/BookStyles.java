package dev.yiben.formats.format.epub;

import dev.yiben.formats.archive.Archive;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.epub.PackageDocument.ManifestItem;
import dev.yiben.formats.splice.Patch;
import dev.yiben.formats.splice.SourceText;
import dev.yiben.formats.style.StyleRule;
import dev.yiben.formats.style.StyleSheet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The style sheets of a book that can be read, in the order of the manifest. */
final class BookStyles {
  private static final Set<String> TYPES = Set.of("text/css", "text/x-oeb1-css");

  /** Many times what a book's styles come to. */
  private static final int MOST_CHARACTERS = 4_000_000;

  private final Map<String, SourceText> sheets;

  private BookStyles(Map<String, SourceText> sheets) {
    this.sheets = sheets;
  }

  static BookStyles read(String packageName, PackageDocument opf, Archive archive) {
    Map<String, SourceText> sheets = new LinkedHashMap<>();
    int characters = 0;
    for (ManifestItem item : opf.manifest().values()) {
      Optional<String> name =
          EntryAddress.resolve(packageName, item.address())
              .filter(n -> TYPES.contains(item.mediaType()));
      Optional<SourceText> sheet = name.flatMap(n -> read(n, archive));
      characters += sheet.map(s -> s.text().length()).orElse(0);
      if (sheet.isPresent() && characters <= MOST_CHARACTERS) {
        sheets.put(name.get(), sheet.get());
      }
    }
    return new BookStyles(sheets);
  }

  private static Optional<SourceText> read(String name, Archive archive) {
    try {
      return new Texts(archive).read(name, new ArrayList<>());
    } catch (DocumentException e) {
      // Too large to be a style sheet; the book can do without a look at it.
      return Optional.empty();
    }
  }

  List<StyleRule> rules() {
    return sheets.values().stream()
        .flatMap(sheet -> StyleSheet.rules(sheet.text()).stream())
        .toList();
  }

  /** Returns the bytes of those sheets that set a direction that the translation has not. */
  Map<String, byte[]> turned(StyleOverrides overrides) {
    Map<String, byte[]> turned = new TreeMap<>();
    sheets.forEach(
        (name, sheet) -> {
          List<Patch> patches = InlineStyles.directions(sheet.text(), overrides);
          if (!patches.isEmpty()) {
            turned.put(name, sheet.splice(patches));
          }
        });
    return turned;
  }
}
