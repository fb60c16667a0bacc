package dev.yiben.formats.pdf.typeset;

import dev.yiben.formats.pdf.page.Box;

/**
 * Says how high lines in a frame are, and where they stand.
 *
 * @param scale of the size of the source
 */
record Heights(Frame frame, Box room, double scale) {
  /** The least leading, in em: what is tighter touches. */
  private static final double LEAST_LEADING = 1.12;

  /** The least leading by that of the source. */
  private static final double LEAST_OF_SOURCE = 0.85;

  /** How much farther apart than in the source lines may stand by their size. */
  private static final double MOST_LEADING = 1.15;

  /** What a line may lack in height, in em. */
  private static final double TOLERANCE = 0.05;

  /** More lines than a page has. */
  private static final int MOST_LINES = 2000;

  /** Returns how many lines have room, at least one. */
  int capacity(boolean tight) {
    double leading = tight ? least() : most();
    int lines = 1;
    while (lines < MOST_LINES && height(lines + 1, leading) <= available()) {
      lines++;
    }
    return lines;
  }

  /** Returns the leading of so many lines by that of the source, as wide as they have room. */
  double leading(int lines) {
    double drop = frame.drop(lines - 1);
    double free = available() - edges();
    return drop <= 0 ? most() : Math.max(least(), Math.min(most(), free / drop));
  }

  /** Returns the baseline of the first of so many lines. */
  double first(int lines, double leading) {
    double first = frame.baselines().get(0);
    if (lines > 1) {
      first += (1 - scale) * frame.ascent();
    }
    double height = height(lines, leading);
    double more = height - frame.box().height();
    if (more > 0) {
      double up = Math.max(more / 2, height - (frame.box().top() - room.bottom()));
      first += Math.min(up, room.top() - frame.box().top());
    }
    return first;
  }

  private double height(int lines, double leading) {
    return edges() + frame.drop(lines - 1) * leading;
  }

  private double edges() {
    return (frame.ascent() + frame.descent()) * scale;
  }

  private double available() {
    return room.height() + TOLERANCE * frame.size();
  }

  private double most() {
    return Math.min(1, MOST_LEADING * scale);
  }

  private double least() {
    double least = Math.max(LEAST_OF_SOURCE * frame.leading(), LEAST_LEADING * frame.size());
    return Math.min(most(), scale * least / frame.leading());
  }
}
