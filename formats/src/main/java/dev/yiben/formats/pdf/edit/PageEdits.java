package dev.yiben.formats.pdf.edit;

import dev.yiben.formats.pdf.page.ContentStream;
import dev.yiben.formats.pdf.page.Glyph;
import dev.yiben.formats.pdf.page.PageContent;
import dev.yiben.formats.pdf.page.Paint;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
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
   * @param text in the order of glyphs, all of which the font has
   * @param pose turns a unit of one em, at the origin of the first glyph, into its place on the
   *     page
   * @param paint how it is painted
   */
  public void show(Glyph where, PDFont font, String text, Matrix pose, Paint paint)
      throws IOException {
    of(where).show(where, name(where, font), font.encode(text), pose, paint);
  }

  /**
   * Draws a glyph of the page elsewhere.
   *
   * @param where a glyph that is taken out
   * @param glyph one of the same content stream
   * @param pose its new place on the page
   */
  public void redraw(Glyph where, Glyph glyph, Matrix pose) throws IOException {
    of(where).redraw(where, glyph, name(where, glyph.font().font()), pose);
  }

  private COSName name(Glyph where, PDFont font) {
    ContentStream stream = content.streams().get(where.place().stream());
    PDResources resources = stream.owner().getResources();
    for (COSName name : resources.getFontNames()) {
      try {
        if (resources.getFont(name).getCOSObject() == font.getCOSObject()) {
          return name;
        }
      } catch (IOException e) {
        // A font that cannot be read is not the one.
      }
    }
    return resources.add(font);
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
