package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.pdf.page.Glyph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes a line of the glyphs that stand on it: puts them in order and parts its words. */
final class LineBuilder {
  /** A gap of so many em is a space where white space is drawn as glyphs. */
  private static final double GAP_BESIDE_BLANKS = 0.25;

  /** A gap of so many em is a space where white space is not drawn. */
  private static final double GAP_WITHOUT_BLANKS = 0.16;

  /** A drawn space that is narrower than so many em has been taken back. */
  private static final double LEAST_BLANK = 0.05;

  /** Between characters of scripts that do without spaces, a gap of so many em is one. */
  private static final double IDEOGRAPHIC_GAP = 0.5;

  /** So many glyphs are enough to tell that all letters of a line stand apart. */
  private static final int SPACED_OUT = 8;

  private final Run run;
  private final Blanks blanks;
  private final boolean rightToLeft;
  private final List<Word> words = new ArrayList<>();
  private final List<Glyph> open = new ArrayList<>();
  private Word.Kind kind = Word.Kind.TEXT;
  private boolean spaceBefore;

  private LineBuilder(Run run, Blanks blanks, boolean rightToLeft) {
    this.run = run;
    this.blanks = blanks;
    this.rightToLeft = rightToLeft;
  }

  /**
   * Returns the line of a piece.
   *
   * @param blanks where white space is drawn
   * @param rightToLeft whether most text around it runs from right to left
   */
  static Line line(Run run, Blanks blanks, boolean rightToLeft) {
    return new LineBuilder(run, blanks, rightToLeft).line();
  }

  private Line line() {
    List<Glyph> seen = VisualOrder.sorted(run.glyphs());
    boolean[] spaces = spaces(seen);
    int[] order = VisualOrder.logical(seen, spaces, rightToLeft);
    for (int at : order) {
      if (at < 0) {
        end();
        spaceBefore = true;
      } else {
        add(seen.get(at));
      }
    }
    end();
    return new Line(words, run.box(), run.level(), run.size());
  }

  private void add(Glyph glyph) {
    Word.Kind next = kind(glyph);
    if (!open.isEmpty() && (next != kind || !looksLike(open.get(open.size() - 1), glyph))) {
      end();
    }
    kind = next;
    open.add(glyph);
  }

  private void end() {
    if (!open.isEmpty()) {
      words.add(new Word(open, kind, spaceBefore && !words.isEmpty()));
      open.clear();
      spaceBefore = false;
    }
  }

  private Word.Kind kind(Glyph glyph) {
    if (!glyph.isReadable()) {
      return Word.Kind.KEPT;
    }
    double shift =
        (glyph.direction().vertical() ? glyph.box().centerY() : glyph.baseline()) - run.level();
    if (glyph.size() > 0.85 * run.size() || glyph.direction().vertical()) {
      return Word.Kind.TEXT;
    }
    if (shift > 0.15 * run.size()) {
      return Word.Kind.SUPERSCRIPT;
    }
    return shift < -0.06 * run.size() ? Word.Kind.SUBSCRIPT : Word.Kind.TEXT;
  }

  private static boolean looksLike(Glyph one, Glyph other) {
    return one.font().bold() == other.font().bold()
        && one.font().italic() == other.font().italic()
        && one.font().mono() == other.font().mono()
        && one.paint().rgb() == other.paint().rgb()
        && Math.abs(one.size() - other.size()) <= 0.1 * Math.max(one.size(), other.size());
  }

  /** Returns for each glyph but the last, from the left, whether a space follows. */
  private boolean[] spaces(List<Glyph> seen) {
    double[] gaps = new double[Math.max(0, seen.size() - 1)];
    boolean anyBlank = false;
    double reached = -Double.MAX_VALUE;
    for (int i = 0; i < gaps.length; i++) {
      reached = Math.max(reached, seen.get(i).box().right());
      gaps[i] = (seen.get(i + 1).box().left() - reached) / run.size();
      anyBlank |= blanks.isBetween(seen.get(i), seen.get(i + 1));
    }
    double usual = 0;
    if (seen.size() >= SPACED_OUT) {
      double[] sorted = gaps.clone();
      Arrays.sort(sorted);
      usual = Math.max(0, sorted[sorted.length / 2]);
    }
    double least = usual + (anyBlank ? GAP_BESIDE_BLANKS : GAP_WITHOUT_BLANKS);
    boolean[] spaces = new boolean[seen.size()];
    for (int i = 0; i < gaps.length; i++) {
      Glyph left = seen.get(i);
      Glyph right = seen.get(i + 1);
      boolean dense = Scripts.withoutSpaces(left.text()) && Scripts.withoutSpaces(right.text());
      spaces[i] =
          gaps[i] > (dense ? usual + IDEOGRAPHIC_GAP : least)
              || (blanks.isBetween(left, right) && gaps[i] > LEAST_BLANK + (dense ? usual : 0));
    }
    return spaces;
  }
}
