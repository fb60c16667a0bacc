package dev.yiben.formats.pdf.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * What a page draws.
 *
 * @param index number of the page, from 0
 * @param page the page itself
 * @param crop what is shown of the page, in points
 * @param streams content streams, the page's own first
 * @param glyphs all glyphs to be read, in drawing order
 * @param outside glyphs that are not to be read, by the rule that says why: {@code invisible-text}
 *     in a rendering mode or of a size that draws nothing, {@code clip-text} through which
 *     something else is seen, {@code hidden-layer}, {@code outside-page} beyond the page or what is
 *     clipped, {@code covered-text} under a picture, {@code mirrored-text}, {@code repeated-text}
 *     in a stream that has been drawn before, {@code drawn-twice} under a glyph of the same text,
 *     with which it is taken out
 * @param shapes all that is not text, in drawing order
 * @param twins the glyphs that are drawn under a glyph of the same text, such as those that make it
 *     bold, by its index
 * @param complete whether everything has been read, so that the page can be changed
 */
public record PageContent(
    int index,
    PDPage page,
    Box crop,
    List<ContentStream> streams,
    List<Glyph> glyphs,
    Map<String, List<Glyph>> outside,
    List<Shape> shapes,
    Map<Integer, List<Glyph>> twins,
    boolean complete) {
  /** Rule of the glyphs in streams that have been drawn before; unlike most others, they show. */
  public static final String REPEATED = "repeated-text";

  public PageContent {
    streams = List.copyOf(streams);
    glyphs = List.copyOf(glyphs);
    outside = Collections.unmodifiableMap(new LinkedHashMap<>(outside));
    shapes = List.copyOf(shapes);
    twins = Map.copyOf(twins);
  }
}
