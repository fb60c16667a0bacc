package dev.yiben.formats.format.epub;

import dev.yiben.formats.archive.Archive;
import dev.yiben.formats.format.epub.PackageDocument.ManifestItem;
import dev.yiben.formats.style.StyleRule;
import dev.yiben.formats.style.StyleSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The style sheets of a book. */
final class BookStyles {
  private static final Set<String> TYPES = Set.of("text/css", "text/x-oeb1-css");

  /** Many times what a book's styles come to. */
  private static final int MOST_CHARACTERS = 4_000_000;

  private BookStyles() {}

  /** Returns the rules of all style sheets that can be read, in the order of the manifest. */
  static List<StyleRule> read(String packageName, PackageDocument opf, Archive archive) {
    Texts texts = new Texts(archive);
    List<StyleRule> rules = new ArrayList<>();
    int characters = 0;
    for (ManifestItem item : opf.manifest().values()) {
      if (!TYPES.contains(item.mediaType())) {
        continue;
      }
      List<String> sheets =
          EntryAddress.resolve(packageName, item.address()).stream()
              .flatMap(name -> texts.read(name, new ArrayList<>()).stream())
              .map(source -> source.text())
              .toList();
      for (String css : sheets) {
        characters += css.length();
        if (characters <= MOST_CHARACTERS) {
          rules.addAll(StyleSheet.rules(css));
        }
      }
    }
    return rules;
  }
}
