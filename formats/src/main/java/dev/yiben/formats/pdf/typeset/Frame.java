package dev.yiben.formats.pdf.typeset;

import dev.yiben.formats.pdf.layout.Alignment;
import dev.yiben.formats.pdf.page.Box;

/**
 * Where text goes, in the upright space of its direction.
 *
 * @param box where the source stands
 * @param room how far the text may grow: the box, and the free space to its right and below
 * @param baseline of the first line of the source
 * @param size of the source, in points
 * @param leading of the source, in points
 * @param firstIndent of the source, in points
 * @param alignment of the source
 * @param vertical whether glyphs of the source stand across the direction of running
 */
public record Frame(
    Box box,
    Box room,
    double baseline,
    double size,
    double leading,
    double firstIndent,
    Alignment alignment,
    boolean vertical) {}
