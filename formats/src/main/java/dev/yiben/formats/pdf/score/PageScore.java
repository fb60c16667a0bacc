package dev.yiben.formats.pdf.score;

import java.util.List;

/**
 * What was measured on a page.
 *
 * @param page number, from 1
 * @param differingPixels pixels that differ where both pages are drawn without text
 * @param blocks texts that were translated
 * @param iou for each of them, how much of both places is common to them, from 0 to 1
 * @param blockArea area of all texts that were translated, in square points
 * @param overlap area of new text that lies over other text, over what the source's did not, or
 *     beyond the page, as far as it did not before
 * @param scales size of each text's letters by that of the source's
 * @param glyphs glyphs of the source that are not white space
 * @param lost those that are gone without a translation, and new ones that no target asks for
 * @param missing letters of targets that cannot be extracted
 * @param notdef new glyphs that their font does not have, or whose font is not in the file
 * @param links links of the page
 * @param lostLinks those that lie on other text than before
 * @param findings what is wrong, one line each
 */
public record PageScore(
    int page,
    long differingPixels,
    int blocks,
    List<Double> iou,
    double blockArea,
    double overlap,
    List<Double> scales,
    int glyphs,
    int lost,
    int missing,
    int notdef,
    int links,
    int lostLinks,
    List<String> findings) {
  public PageScore {
    iou = List.copyOf(iou);
    scales = List.copyOf(scales);
    findings = List.copyOf(findings);
  }
}
