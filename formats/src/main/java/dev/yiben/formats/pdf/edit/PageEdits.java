package dev.yiben.formats.pdf.edit;

import dev.yiben.formats.pdf.page.Glyph;
import dev.yiben.formats.pdf.page.PageContent;
import dev.yiben.formats.pdf.page.Paint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.util.Matrix;

/**
 * Collects what changes on a page, and changes it.
 *
 * <p>What is put in is drawn where the glyph stood that it replaces: in the same content stream, at
 * the same place in the order of drawing, as part of the same marked content.
 */
public final class PageEdits {
  private final DocumentEdits document;
  private final PageContent content;
  private final Map<Integer, StreamEdits> streams = new TreeMap<>();

  PageEdits(DocumentEdits document, PageContent content) {
    this.document = document;
    this.content = content;
  }

  /** Takes a glyph out, and those drawn under it to make it bold; all others stay in place. */
  public void remove(Glyph glyph) {
    of(glyph).remove(glyph);
    if (glyph.index() >= 0) {
      content.twins().getOrDefault(glyph.index(), List.of()).forEach(twin -> of(twin).remove(twin));
    }
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
    of(where).show(where, font, codes, pose, paint, weight);
  }

  /**
   * Draws a glyph of the page elsewhere.
   *
   * @param where a glyph that is taken out
   * @param glyph one of the same content stream
   * @param pose its new place on the page
   */
  public void redraw(Glyph where, Glyph glyph, Matrix pose) {
    of(where).redraw(where, glyph, pose);
  }

  /** Changes the page: all of it, or nothing if that fails. */
  public void apply() throws IOException {
    List<Rewritten> rewritten = new ArrayList<>();
    for (StreamEdits edits : streams.values()) {
      rewritten.add(edits.apply());
    }
    for (Rewritten stream : rewritten) {
      document.write(stream);
    }
  }

  private StreamEdits of(Glyph glyph) {
    return streams.computeIfAbsent(
        glyph.place().stream(), number -> new StreamEdits(content.streams().get(number)));
  }
}
