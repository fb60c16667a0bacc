package dev.yiben.formats.format.pdf;

import dev.yiben.formats.pdf.page.Box;
import dev.yiben.formats.pdf.page.Glyph;
import dev.yiben.formats.pdf.page.PageContent;
import dev.yiben.formats.pdf.page.Shape;
import java.util.List;
import java.util.Optional;

/** Whether the text of a page can be read and seen. */
enum PageKind {
  /** Some of it can be read and seen, or there is none. */
  TEXT,
  /** The page is a picture; text under it, if there is any, was recognised by a program. */
  SCANNED,
  /** The page is a picture, and somebody has put some text on it. */
  SCANNED_WITH_TEXT,
  /** Most glyphs do not say which characters they stand for. */
  UNREADABLE;

  /** The part of a page that a picture of it covers at least. */
  private static final double COVERED = 0.8;

  /** The part of glyphs that cannot be read, above which the others are of no use. */
  private static final double LOST = 0.8;

  /** Where programs that recognise text put it: into the page unseen, or below the picture. */
  private static final List<String> HIDDEN = List.of("invisible-text", "covered-text");

  static PageKind of(PageContent content) {
    List<Glyph> glyphs = content.glyphs();
    long seen = glyphs.stream().filter(glyph -> !glyph.isBlank()).count();
    long hidden = HIDDEN.stream().mapToLong(rule -> hidden(content, rule)).sum();
    if ((seen <= hidden) && pictures(content) > COVERED) {
      return seen == 0 ? SCANNED : SCANNED_WITH_TEXT;
    }
    return isUnreadable(glyphs, LOST) ? UNREADABLE : TEXT;
  }

  private static long hidden(PageContent content, String rule) {
    return content.outside().getOrDefault(rule, List.of()).stream()
        .filter(glyph -> !glyph.isBlank())
        .count();
  }

  /** Returns why text stays as it is on a page of the kind. */
  Optional<String> keepRule() {
    return switch (this) {
      case TEXT, SCANNED_WITH_TEXT -> Optional.empty();
      case SCANNED -> Optional.of("scanned");
      case UNREADABLE -> Optional.of("unreadable");
    };
  }

  /** Returns whether more than so large a part of glyphs does not say what it stands for. */
  static boolean isUnreadable(List<Glyph> glyphs, double part) {
    long lost = glyphs.stream().filter(glyph -> !glyph.isReadable()).count();
    return lost > part * glyphs.size();
  }

  /** Returns the part of the page that its pictures cover, those in strips together. */
  private static double pictures(PageContent content) {
    double covered = 0;
    for (Shape shape : content.shapes()) {
      if (shape.kind() == Shape.Kind.PICTURE) {
        Box seen = shape.box().intersection(content.crop());
        covered += seen.area();
      }
    }
    return content.crop().area() == 0 ? 0 : covered / content.crop().area();
  }
}
