package dev.yiben.formats.format.pdf;

import dev.yiben.formats.pdf.layout.Alignment;
import dev.yiben.formats.pdf.layout.Line;
import dev.yiben.formats.pdf.layout.Paragraph;
import dev.yiben.formats.pdf.page.Box;
import dev.yiben.formats.pdf.page.Direction;
import dev.yiben.formats.pdf.typeset.Frame;
import java.util.ArrayList;
import java.util.List;

/** Makes the frames that text is set into. */
final class Frames {
  /** Text is no smaller than so many points, whatever the file says. */
  private static final double LEAST_SIZE = 0.5;

  /** Lines are no nearer than so many em, whatever the file says. */
  private static final double LEAST_LEADING = 0.8;

  /** Leading of text that has but one line, in em. */
  private static final double LEADING = 1.2;

  /** Height of characters above the baseline, in em. */
  private static final double ASCENT = 0.88;

  /** How many em a frame is wide at least in which lines are worth turning upright. */
  private static final double LEAST_WIDTH = 8;

  private Frames() {}

  /**
   * Returns the frame of a paragraph.
   *
   * @param rooms boxes that its text may take
   */
  static Frame of(Paragraph paragraph, List<Box> rooms) {
    double size = paragraph.size() > LEAST_SIZE ? paragraph.size() : LEAST_SIZE;
    double least = LEAST_LEADING * size;
    double leading = paragraph.leading() > least ? paragraph.leading() : least;
    List<Double> baselines = new ArrayList<>();
    for (Line line : paragraph.lines()) {
      int last = baselines.size() - 1;
      if (last < 0 || line.baseline() < baselines.get(last) - least / 2) {
        baselines.add(line.baseline());
      }
    }
    return new Frame(
        paragraph.box(),
        rooms,
        baselines,
        size,
        leading,
        paragraph.firstIndent(),
        paragraph.alignment(),
        paragraph.direction().vertical(),
        paragraph.rightToLeft());
  }

  /** Returns whether lines that run from left to right have room where a vertical frame is. */
  static boolean canTurnUpright(Frame frame, Direction direction) {
    return direction.onPage(frame.box()).width() >= LEAST_WIDTH * frame.size();
  }

  /** Returns a frame for lines from left to right where a vertical one is. */
  static Frame upright(Frame frame, Direction direction) {
    Box box = direction.onPage(frame.box());
    double leading = LEADING * frame.size();
    List<Double> baselines = new ArrayList<>();
    double baseline = box.top() - ASCENT * frame.size();
    do {
      baselines.add(baseline);
      baseline -= leading;
    } while (baseline > box.bottom() && baselines.size() < box.height() / leading);
    return new Frame(
        box,
        frame.rooms().stream().map(direction::onPage).toList(),
        baselines,
        frame.size(),
        leading,
        0,
        Alignment.LEFT,
        false,
        false);
  }
}
