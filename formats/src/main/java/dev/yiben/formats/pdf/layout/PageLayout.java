package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.pdf.page.Glyph;
import dev.yiben.formats.pdf.page.PageContent;
import java.util.List;
import java.util.Map;

/**
 * What is read on a page.
 *
 * @param content what the page draws
 * @param paragraphs in reading order
 * @param outside glyphs that are in no paragraph, by the rule that left them out, such as {@code
 *     list-marker}
 */
public record PageLayout(
    PageContent content, List<Paragraph> paragraphs, Map<String, List<Glyph>> outside) {
  public PageLayout {
    paragraphs = List.copyOf(paragraphs);
    outside = Map.copyOf(outside);
  }
}
