package dev.yiben.formats.pdf.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;

/** Reads what the pages of a document draw, one page after the other. */
public final class PageReader {
  private final Layers layers;
  private final GlyphList names;
  private final Set<COSBase> drawnBefore = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Creates a reader of the pages of a document. */
  public PageReader(PDDocument document) {
    this.layers = new Layers(document.getDocumentCatalog());
    // PDFBox's own reader of text knows these names of glyphs too.
    try (InputStream more =
        GlyphList.class.getResourceAsStream(
            "/org/apache/pdfbox/resources/glyphlist/additional.txt")) {
      this.names = new GlyphList(GlyphList.getAdobeGlyphList(), more);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a page.
   *
   * <p>Pages are read in their order, each once, so that it is known what is drawn before.
   *
   * @param index number of the page, from 0
   */
  public PageContent read(PDPage page, int index) throws IOException {
    PageScan scan = new PageScan(page, crop(page), layers, names, drawnBefore);
    boolean complete = scan.read();
    Twins.find(scan.drafts());
    List<Glyph> glyphs = new ArrayList<>();
    Map<String, List<Glyph>> outside = new LinkedHashMap<>();
    Map<Integer, List<Glyph>> twins = new HashMap<>();
    int[] readBefore = new int[scan.drafts().size() + 1];
    int number = 0;
    for (Draft draft : scan.drafts()) {
      readBefore[number++] = glyphs.size();
      if (draft.rule == null) {
        if (!draft.twins.isEmpty()) {
          twins.put(glyphs.size(), draft.twins.stream().map(twin -> twin.numbered(-1)).toList());
        }
        glyphs.add(draft.numbered(glyphs.size()));
      } else {
        outside.computeIfAbsent(draft.rule, rule -> new ArrayList<>()).add(draft.numbered(-1));
      }
    }
    readBefore[number] = glyphs.size();
    List<Shape> shapes =
        scan.shapes().stream().map(shape -> shape.ordered(readBefore[shape.order()])).toList();
    return new PageContent(
        index, page, crop(page), scan.streams(), glyphs, outside, shapes, twins, complete);
  }

  private static Box crop(PDPage page) {
    PDRectangle crop = page.getCropBox();
    return new Box(
        crop.getLowerLeftX(), crop.getLowerLeftY(), crop.getUpperRightX(), crop.getUpperRightY());
  }
}
