package dev.yiben.formats.pdf.score;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What was measured on a file.
 *
 * @param pages in their order
 * @param glyphsUnknown glyphs of the source that are more than its reader has counted
 * @param differences what differs beside the drawings of pages, one line each
 * @param unchanged whether nothing was to be translated, and the files are the same byte for byte
 * @param findings what is wrong with the file, one line each
 */
public record FileScore(
    List<PageScore> pages,
    long glyphsUnknown,
    List<String> differences,
    boolean unchanged,
    List<String> findings) {
  public FileScore {
    pages = List.copyOf(pages);
    differences = List.copyOf(differences);
    findings = List.copyOf(findings);
  }

  /** Returns the sum of a figure over all pages. */
  public double sum(ToDoubleFunction<PageScore> figure) {
    return pages.stream().mapToDouble(figure).sum();
  }

  /** Returns the mean of how much of the places of texts is kept; 1 where there is none. */
  public double iou() {
    return pages.stream()
        .flatMap(page -> page.iou().stream())
        .mapToDouble(d -> d)
        .average()
        .orElse(1);
  }

  /** Returns the share of the area of texts in which they lie over something. */
  public double overlap() {
    double area = sum(PageScore::blockArea);
    return area == 0 ? 0 : sum(PageScore::overlap) / area;
  }

  /** Returns the smallest scale of a text; 1 where there is none. */
  public double smallestScale() {
    return pages.stream()
        .flatMap(page -> page.scales().stream())
        .mapToDouble(d -> d)
        .min()
        .orElse(1);
  }

  /** Returns the mean scale of texts; 1 where there is none. */
  public double meanScale() {
    return pages.stream()
        .flatMap(page -> page.scales().stream())
        .mapToDouble(d -> d)
        .average()
        .orElse(1);
  }

  /** Returns the share of glyphs that are translated or kept. */
  public double coverage() {
    double glyphs = sum(PageScore::glyphs);
    return glyphs == 0 ? 1 : 1 - Math.min(glyphs, sum(PageScore::lost) + glyphsUnknown) / glyphs;
  }

  /** Returns all that is wrong, one line each. */
  public List<String> allFindings() {
    List<String> all = new ArrayList<>(findings);
    all.addAll(differences);
    pages.forEach(
        page ->
            page.findings().forEach(finding -> all.add("page " + page.page() + ": " + finding)));
    return all;
  }
}
