package dev.yiben.cli;

import dev.yiben.formats.pdf.score.FileScore;
import dev.yiben.formats.pdf.score.PageScore;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints scores of files, a row each as they come, or all as JSON. */
final class ScoreTable {
  private static final String ROW = "%5s %6s %6s %6s %6s %5s %5s %7s %4s %6s  %s%n";

  private final PrintStream out;
  private final boolean json;
  private final List<Object> rows = new ArrayList<>();
  private boolean begun;

  ScoreTable(PrintStream out, boolean json) {
    this.out = out;
    this.json = json;
  }

  /** Adds a file that was not translated. */
  void refused(Path file) {
    if (json) {
      rows.add(Map.of("file", file.toString(), "refused", true));
    } else {
      line("-", "-", "-", "-", "-", "-", "-", "-", "-", "-", file.getFileName() + ": not written");
    }
  }

  /**
   * Adds a file.
   *
   * @param missed what it falls short of
   */
  void row(Path file, FileScore score, List<String> missed) {
    if (json) {
      rows.add(json(file, score, missed));
      return;
    }
    line(
        score.pages().size(),
        (long) score.sum(PageScore::blocks),
        (long) score.sum(PageScore::differingPixels),
        decimal("%.3f", score.iou()),
        decimal("%.4f", score.overlap()),
        decimal("%.2f", score.smallestScale()),
        decimal("%.2f", score.meanScale()),
        decimal("%.2f", 100 * score.coverage()),
        score.differences().size() + (long) score.sum(PageScore::lostLinks),
        (long) (score.sum(PageScore::missing) + score.sum(PageScore::notdef)),
        (missed.isEmpty() ? "" : "! ") + file.getFileName());
  }

  private void line(Object... columns) {
    if (!begun) {
      begun = true;
      out.printf(
          Locale.ROOT,
          ROW,
          "pages",
          "texts",
          "a:diff",
          "b:IoU",
          "c:over",
          "d:min",
          "mean",
          "e:cov %",
          "f:≠",
          "g:lost",
          "file");
    }
    out.printf(Locale.ROOT, ROW, columns);
    out.flush();
  }

  private static String decimal(String pattern, double value) {
    return String.format(Locale.ROOT, pattern, value);
  }

  private static Map<String, Object> json(Path file, FileScore score, List<String> missed) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("file", file.toString());
    tree.put("missed", missed);
    tree.put("iou", score.iou());
    tree.put("overlap", score.overlap());
    tree.put("smallestScale", score.smallestScale());
    tree.put("meanScale", score.meanScale());
    tree.put("coverage", score.coverage());
    tree.put("unchanged", score.unchanged());
    tree.put("findings", score.allFindings());
    tree.put("pages", score.pages());
    return tree;
  }

  /** Prints what is left to print. */
  void end() {
    if (json) {
      Json.print(out, rows);
    }
  }
}
