package dev.yiben.formats.pdf.page;

import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * A font of a document, and what it looks like.
 *
 * @param font the font itself
 * @param name name without the tag of a subset
 * @param serif whether strokes end in serifs
 * @param mono whether all glyphs are of one width
 * @param bold whether strokes are heavy
 * @param italic whether glyphs are slanted
 * @param ascent height above the baseline, in em
 * @param descent depth below the baseline, in em, positive
 */
public record GlyphFont(
    PDFont font,
    String name,
    boolean serif,
    boolean mono,
    boolean bold,
    boolean italic,
    double ascent,
    double descent) {}
