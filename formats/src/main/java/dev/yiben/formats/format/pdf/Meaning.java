package dev.yiben.formats.format.pdf;

import dev.yiben.formats.pdf.typeset.Look;
import java.util.List;

/** What an inline code of a paragraph stands for. */
sealed interface Meaning {

  /**
   * Text that looks different from the rest.
   *
   * @param font name of its font
   * @param glyph index of a glyph of the page that is painted the same
   */
  record Styled(Look look, String font, int glyph) implements Meaning {}

  /**
   * Glyphs that are drawn as they are.
   *
   * @param glyphs indices of the glyphs on the page
   * @param left where the drawing begins in upright space
   * @param baseline where it stands in upright space
   * @param width in points
   * @param ascent in points above the baseline
   * @param descent in points below the baseline, positive
   */
  record Drawn(
      List<Integer> glyphs,
      double left,
      double baseline,
      double width,
      double ascent,
      double descent)
      implements Meaning {}

  /**
   * The anchor text of a link.
   *
   * @param links numbers of the links on their page, mostly one for each line
   */
  record Link(List<Integer> links) implements Meaning {
    public Link {
      links = List.copyOf(links);
    }
  }
}
