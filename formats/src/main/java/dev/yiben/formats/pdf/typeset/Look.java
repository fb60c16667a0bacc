package dev.yiben.formats.pdf.typeset;

import dev.yiben.formats.pdf.font.FontStyle;

/**
 * What text looks like beside the rest of its paragraph.
 *
 * @param style style of its font
 * @param ratio its size, as a ratio to that of the paragraph
 * @param rise how far it stands above the baseline, in em of the paragraph; negative if below
 * @param ink number of its colours, which the caller knows
 */
public record Look(FontStyle style, double ratio, double rise, int ink) {}
