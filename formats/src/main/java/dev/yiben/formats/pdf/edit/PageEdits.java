package dev.yiben.formats.pdf.edit;

import dev.yiben.formats.pdf.page.ContentStream;
import dev.yiben.formats.pdf.page.Glyph;
import dev.yiben.formats.pdf.page.PageContent;
import dev.yiben.formats.pdf.page.Paint;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.util.Matrix;

/**
 * Collects what changes on a page, and changes it.
 *
 * <p>What is put in is drawn where the glyph stood that it replaces: in the same content stream, at
 * the same place in the order of drawing.
 */
public final class PageEdits {
  private final PDDocument document;
  private final PageContent content;
  private final Map<Integer, StreamEdits> streams = new TreeMap<>();

  /** Creates edits of a page, none so far. */
  public PageEdits(PDDocument document, PageContent content) {
    this.document = document;
    this.content = content;
  }

  /** Takes a glyph out; all others stay where they are. */
  public void remove(Glyph glyph) {
    of(glyph).remove(glyph);
  }

  /**
   * Shows text where a glyph was shown.
   *
   * @param where a glyph that is taken out
   * @param font a font dictionary, which the resources get where they do not have it
   * @param codes of its glyphs
   * @param pose turns a unit of one em, at the origin of the first glyph, into its place on the
   *     page
   * @param paint how it is painted
   * @param weight width of the line, in em, that outlines are drawn with besides; 0 for none
   */
  public void show(
      Glyph where, COSDictionary font, byte[] codes, Matrix pose, Paint paint, double weight) {
    of(where).show(where, name(where, font), codes, pose, paint, weight);
  }

  /**
   * Draws a glyph of the page elsewhere.
   *
   * @param where a glyph that is taken out
   * @param glyph one of the same content stream
   * @param pose its new place on the page
   */
  public void redraw(Glyph where, Glyph glyph, Matrix pose) throws IOException {
    of(where).redraw(where, glyph, name(where, glyph.font().font().getCOSObject()), pose);
  }

  private COSName name(Glyph where, COSDictionary font) {
    ContentStream stream = content.streams().get(where.place().stream());
    COSDictionary resources = stream.owner().getResources().getCOSObject();
    COSDictionary fonts = resources.getCOSDictionary(COSName.FONT);
    if (fonts == null) {
      fonts = new COSDictionary();
      resources.setItem(COSName.FONT, fonts);
    }
    int number = 1;
    for (COSName name : fonts.keySet()) {
      if (fonts.getDictionaryObject(name) == font) {
        return name;
      }
    }
    while (fonts.containsKey("Y" + number)) {
      number++;
    }
    COSName name = COSName.getPDFName("Y" + number);
    fonts.setItem(name, font);
    return name;
  }

  /** Changes the page. */
  public void apply() throws IOException {
    for (StreamEdits edits : streams.values()) {
      edits.apply(document);
    }
  }

  private StreamEdits of(Glyph glyph) {
    return streams.computeIfAbsent(
        glyph.place().stream(), number -> new StreamEdits(content.streams().get(number)));
  }
}
