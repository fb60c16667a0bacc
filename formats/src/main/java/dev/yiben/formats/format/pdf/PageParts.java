package dev.yiben.formats.format.pdf;

import dev.yiben.formats.pdf.layout.Continuations;
import dev.yiben.formats.pdf.layout.FreeSpace;
import dev.yiben.formats.pdf.layout.LayoutReader;
import dev.yiben.formats.pdf.layout.PageLayout;
import dev.yiben.formats.pdf.layout.Paragraph;
import dev.yiben.formats.pdf.layout.Word;
import dev.yiben.formats.pdf.page.Glyph;
import dev.yiben.formats.pdf.page.PageReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Reads the pages of a file, one after the other, the same each time. */
final class PageParts {
  /** The part of a paragraph's glyphs that cannot be read, above which it is of no use. */
  private static final double LOST = 0.5;

  private final List<PDPage> pages;
  private final Optional<String> keepRule;
  private final LayoutReader layouts = new LayoutReader();
  private final PageReader reader;
  private final Set<COSDictionary> pagesBefore = new HashSet<>();

  /**
   * Creates a reader.
   *
   * @param keepRule why all text stays as it is; empty if it is to be translated
   */
  PageParts(PDDocument document, List<PDPage> pages, Optional<String> keepRule) {
    this.reader = new PageReader(document);
    this.pages = pages;
    this.keepRule = keepRule;
  }

  /**
   * What a page has.
   *
   * @param layout with all glyphs
   * @param parts the paragraphs of the layout, in its order; none if the same page came before
   * @param links the links of the page
   * @param kind whether its text can be read and seen
   */
  record Page(PageLayout layout, List<Part> parts, PageLinks links, PageKind kind) {}

  /** Reads a page; pages are read in their order. */
  Page read(int index) throws IOException {
    PDPage source = pages.get(index);
    PageLayout layout = layouts.read(reader.read(source, index));
    PageLinks links = PageLinks.of(source, layout);
    PageKind kind = PageKind.of(layout.content());
    if (!pagesBefore.add(source.getCOSObject())) {
      return new Page(
          new PageLayout(layout.content(), List.of(), Map.of()), List.of(), links, kind);
    }
    FreeSpace free = new FreeSpace(layout, PageFields.of(source));
    LineEnds lineEnds = LineEnds.of(layout);
    Continuations continuations = new Continuations(layout);
    List<Part> parts = new ArrayList<>();
    for (Paragraph paragraph : layout.paragraphs()) {
      parts.add(
          new Part(
              index,
              parts.size(),
              paragraph.role(),
              paragraph.direction(),
              ParagraphTextReader.read(paragraph, links, lineEnds),
              Frames.of(paragraph, free.around(parts.size())),
              keepRule.or(kind::keepRule).or(paragraph::keepRule).or(() -> unreadable(paragraph)),
              continuations.goesOn(paragraph),
              continuations.hasBegun(paragraph)));
    }
    return new Page(layout, parts, links, kind);
  }

  private static Optional<String> unreadable(Paragraph paragraph) {
    List<Glyph> glyphs =
        paragraph.lines().stream()
            .flatMap(line -> line.words().stream())
            .map(Word::glyphs)
            .flatMap(List::stream)
            .toList();
    return PageKind.isUnreadable(glyphs, LOST) ? PageKind.UNREADABLE.keepRule() : Optional.empty();
  }
}
