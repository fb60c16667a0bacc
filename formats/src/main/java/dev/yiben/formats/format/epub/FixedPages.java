package dev.yiben.formats.format.epub;

import dev.yiben.formats.format.epub.PackageMarkup.Tag;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The content documents of a book whose pages have a fixed layout (EPUB 3.3 section 8.2.2.1), so
 * that nothing may move in them.
 */
final class FixedPages {
  private static final String FIXED = "pre-paginated";

  private FixedPages() {}

  /** Returns the names of their entries. */
  static Set<String> of(String packageName, PackageMarkup markup, PackageDocument opf) {
    boolean book = isBookFixed(markup);
    Set<String> fixed = new HashSet<>();
    for (Tag itemref : markup.all("itemref")) {
      List<String> properties = Arrays.asList(markup.value(itemref, "properties").split("\\s+"));
      boolean page =
          properties.contains("rendition:layout-pre-paginated")
              || (book && !properties.contains("rendition:layout-reflowable"));
      PackageDocument.ManifestItem item = opf.manifest().get(markup.value(itemref, "idref"));
      if (page && item != null) {
        EntryAddress.resolve(packageName, item.address()).ifPresent(fixed::add);
      }
    }
    return fixed;
  }

  private static boolean isBookFixed(PackageMarkup markup) {
    return markup.all("meta").stream()
        .anyMatch(
            meta ->
                (markup.value(meta, "property").equals("rendition:layout")
                        && meta.value().equals(FIXED))
                    || (markup.value(meta, "name").equals("fixed-layout")
                        && markup.value(meta, "content").equals("true")));
  }
}
