package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.pdf.page.Box;

/** Finds how far the paragraphs of a page may grow without touching anything. */
public final class FreeSpace {
  private final PageLayout layout;

  /** Creates a search on a page. */
  public FreeSpace(PageLayout layout) {
    this.layout = layout;
  }

  /** Returns the box of a paragraph with the free space to its right and below. */
  public Box around(Paragraph paragraph) {
    Box page = paragraph.direction().upright(layout.content().crop());
    return paragraph.box().intersection(page);
  }
}
