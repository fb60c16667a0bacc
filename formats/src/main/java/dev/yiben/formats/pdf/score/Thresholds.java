package dev.yiben.formats.pdf.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a score must reach.
 *
 * @param leastIou the least mean of how much of the places of texts is kept
 * @param mostOverlap the greatest share of the area of texts that lies over something
 * @param smallestScale the smallest scale of a text
 */
public record Thresholds(double leastIou, double mostOverlap, double smallestScale) {
  /** What holds whatever the length of the texts. */
  public static final Thresholds DEFAULT = new Thresholds(0, 0.01, 0.59);

  /** Returns what a file falls short of, one line each. */
  public List<String> missed(FileScore score) {
    List<String> missed = new ArrayList<>();
    add(missed, score.sum(PageScore::differingPixels), 0, "(a) pixels differ where no text is");
    if (score.iou() < leastIou) {
      missed.add(String.format(Locale.ROOT, "(b) mean IoU %.3f of %.3f", score.iou(), leastIou));
    }
    add(missed, score.overlap(), mostOverlap, "(c) of the area of texts lies over something");
    if (score.smallestScale() < smallestScale) {
      missed.add(
          String.format(
              Locale.ROOT,
              "(d) smallest scale %.2f of %.2f",
              score.smallestScale(),
              smallestScale));
    }
    add(missed, score.sum(PageScore::lost), 0, "(e) glyphs lost or not asked for");
    add(missed, (double) score.glyphsUnknown(), 0, "(e) glyphs that the reader has not counted");
    add(missed, score.differences().size(), 0, "(f) things beside the pages differ");
    add(missed, score.sum(PageScore::lostLinks), 0, "(f) links are on other text");
    add(missed, score.sum(PageScore::missing), 0, "(g) letters of targets cannot be extracted");
    add(missed, score.sum(PageScore::notdef), 0, "(g) glyphs that are in no embedded font");
    return missed;
  }

  private static void add(List<String> missed, double value, double most, String what) {
    if (value > most) {
      missed.add(String.format(Locale.ROOT, most == 0 ? "%.0f %s" : "%.4f %s", value, what));
    }
  }
}
