package dev.yiben.formats.pdf.twin;

import dev.yiben.formats.pdf.beside.Destinations;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * The pages of a file and a copy of each.
 *
 * <p>Copies have content, links and fields of their own, and share pictures and fonts with their
 * sources. Links of a copy lead to copies.
 */
public final class PageTwins {
  private final PDDocument document;
  private final List<PDPage> sources;
  private final List<PDPage> copies = new ArrayList<>();
  private final List<CopiedLink> links = new ArrayList<>();
  private final PageCopier copier;

  private PageTwins(PDDocument document, List<PDPage> sources) {
    this.document = document;
    this.copier = new PageCopier(document);
    this.sources = sources;
  }

  /** Copies the pages of a file, which does not show the copies as yet. */
  public static PageTwins of(PDDocument document, List<PDPage> sources) throws IOException {
    PageTwins twins = new PageTwins(document, List.copyOf(sources));
    IdentityHashMap<COSDictionary, PDPage> known = new IdentityHashMap<>();
    for (PDPage source : sources) {
      PDPage copy = known.get(source.getCOSObject());
      if (copy == null) {
        copy = twins.copier.copy(source);
        known.put(source.getCOSObject(), copy);
      }
      twins.copies.add(copy);
    }
    AnnotationCopier annotations =
        new AnnotationCopier(document, new Destinations(document, sources), twins.copies);
    known.forEach((source, copy) -> annotations.copy(source, copy.getCOSObject()));
    twins.links.addAll(annotations.links());
    return twins;
  }

  /** Returns the copies, in the order of the pages. */
  public List<PDPage> copies() {
    return List.copyOf(copies);
  }

  /**
   * Shows each copy on a page of its own.
   *
   * @param copiesFirst whether copies come before their sources
   */
  public void face(boolean copiesFirst) throws IOException {
    copier.shareUnchanged();
    FacingPages.arrange(document, sources, copies, copiesFirst);
  }

  /** Shows each copy on the page of its source, to the right of it. */
  public void stand() throws IOException {
    copier.shareUnchanged();
    SidePages.arrange(document, sources, copies, links);
  }
}
