package dev.yiben.formats.format.pdf;

import dev.yiben.formats.pdf.layout.FreeSpace;
import dev.yiben.formats.pdf.layout.LayoutReader;
import dev.yiben.formats.pdf.layout.PageLayout;
import dev.yiben.formats.pdf.layout.Paragraph;
import dev.yiben.formats.pdf.page.Box;
import dev.yiben.formats.pdf.page.PageReader;
import dev.yiben.formats.pdf.typeset.Frame;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/** Reads the pages of a file, one after the other, the same each time. */
final class PageParts {
  private final PDDocument document;
  private final LayoutReader layouts = new LayoutReader();
  private final Set<COSBase> drawnBefore = new HashSet<>();

  PageParts(PDDocument document) {
    this.document = document;
  }

  /**
   * What a page has.
   *
   * @param layout with all glyphs
   * @param parts the paragraphs of the layout, in its order
   * @param links the links of the page
   */
  record Page(PageLayout layout, List<Part> parts, List<PDAnnotationLink> links) {}

  /** Reads a page; pages are read in their order. */
  Page read(int index) throws IOException {
    PageLayout layout = layouts.read(PageReader.read(document.getPage(index), index, drawnBefore));
    List<PDAnnotationLink> links = new ArrayList<>();
    for (PDAnnotation annotation : document.getPage(index).getAnnotations()) {
      if (annotation instanceof PDAnnotationLink link && link.getRectangle() != null) {
        links.add(link);
      }
    }
    List<Box> areas = links.stream().map(link -> box(link.getRectangle())).toList();
    FreeSpace free = new FreeSpace(layout);
    List<Part> parts = new ArrayList<>();
    for (Paragraph paragraph : layout.paragraphs()) {
      parts.add(
          new Part(
              index,
              parts.size(),
              paragraph.role(),
              paragraph.direction(),
              ParagraphTextReader.read(paragraph, areas),
              new Frame(
                  paragraph.box(),
                  free.around(paragraph),
                  paragraph.lines().get(0).baseline(),
                  paragraph.size(),
                  paragraph.leading(),
                  paragraph.firstIndent(),
                  paragraph.alignment(),
                  paragraph.direction().vertical()),
              paragraph.keepRule()));
    }
    return new Page(layout, parts, links);
  }

  private static Box box(PDRectangle rectangle) {
    return new Box(
        rectangle.getLowerLeftX(),
        rectangle.getLowerLeftY(),
        rectangle.getUpperRightX(),
        rectangle.getUpperRightY());
  }
}
