package dev.yiben.formats.pdf.page;

import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * What a page draws.
 *
 * @param index number of the page, from 0
 * @param page the page itself
 * @param crop what is shown of the page, in points
 * @param streams content streams, the page's own first
 * @param glyphs all glyphs in drawing order
 * @param shapes all that is not text, in drawing order
 */
public record PageContent(
    int index,
    PDPage page,
    Box crop,
    List<ContentStream> streams,
    List<Glyph> glyphs,
    List<Shape> shapes) {
  public PageContent {
    streams = List.copyOf(streams);
    glyphs = List.copyOf(glyphs);
    shapes = List.copyOf(shapes);
  }
}
