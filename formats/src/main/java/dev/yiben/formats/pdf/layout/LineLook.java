package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.pdf.page.Glyph;

/**
 * What most of a line looks like.
 *
 * @param bold whether most letters are bold
 * @param mono whether most letters are of one width
 * @param wholly whether nearly all letters agree in both
 * @param startsBold whether its first letter is bold
 * @param rgb colour of the first letter
 * @param oneColour whether all letters are of one colour
 */
record LineLook(
    boolean bold, boolean mono, boolean wholly, boolean startsBold, int rgb, boolean oneColour) {
  private static final double NEARLY_ALL = 0.9;

  static LineLook of(Line line) {
    int all = 0;
    int bold = 0;
    int mono = 0;
    boolean oneColour = true;
    Glyph first = line.words().get(0).glyphs().get(0);
    for (Word word : line.words()) {
      for (Glyph glyph : word.glyphs()) {
        all++;
        bold += glyph.font().bold() ? 1 : 0;
        mono += glyph.font().mono() ? 1 : 0;
        oneColour &= glyph.paint().rgb() == first.paint().rgb();
      }
    }
    return new LineLook(
        2 * bold > all,
        2 * mono > all,
        Math.max(bold, all - bold) >= NEARLY_ALL * all
            && Math.max(mono, all - mono) >= NEARLY_ALL * all,
        first.font().bold(),
        first.paint().rgb(),
        oneColour);
  }
}
