package dev.yiben.formats.pdf.typeset;

import dev.yiben.formats.pdf.layout.Alignment;
import dev.yiben.formats.pdf.page.Box;
import java.util.ArrayList;
import java.util.List;

/** Tries to fill the frames of a passage with its atoms. */
final class Composer {
  /** Part of a line that an indent leaves at least. */
  private static final double LEAST_LINE = 0.4;

  /** A text that fills less than this share of its frames is shared out among them. */
  private static final double SHORT = 0.9;

  private final List<Frame> frames;
  private final LineBreaker breaker;
  private final double hyphen;

  Composer(Passage passage, List<Atom> atoms, double hyphen) {
    this.frames = passage.frames();
    this.breaker = new LineBreaker(atoms, frames.get(0).alignment() == Alignment.JUSTIFIED);
    this.hyphen = hyphen;
  }

  LineBreaker breaker() {
    return breaker;
  }

  /** Returns the highest level of rooms. */
  int levels() {
    return frames.stream().mapToInt(frame -> frame.rooms().size()).max().orElse(1);
  }

  /**
   * Tries to fill the frames.
   *
   * @param tight whether lines stand as near to each other as they may
   */
  Trial attempt(int level, double scale, double stretch, boolean tight) {
    List<Integer> limits = new ArrayList<>();
    for (Frame frame : frames) {
      limits.add(new Heights(frame, frame.room(level), scale).capacity(tight));
    }
    if (frames.size() > 1 && level == 0) {
      double share = share(scale * stretch);
      if (share < SHORT) {
        Trial shared = attempt(level, scale, stretch, limits, shared(limits, share));
        if (shared.fits()) {
          return shared;
        }
      }
    }
    return attempt(level, scale, stretch, limits, limits);
  }

  private Trial attempt(
      int level, double scale, double stretch, List<Integer> capacities, List<Integer> limits) {
    Trial rooms = new Trial(level, scale, stretch, List.of(), limits, false);
    LineBreaker.Lines lines =
        breaker.lines(
            line -> {
              int frame = rooms.frame(line);
              return room(frames.get(frame), level, line - rooms.firstLine(frame))
                  / (frames.get(frame).size() * scale);
            },
            stretch,
            hyphen);
    Trial trial = new Trial(level, scale, stretch, lines.lines(), limits, false);
    int last = frames.size() - 1;
    boolean fits = !lines.overfull() && trial.lines(last) <= capacities.get(last);
    return new Trial(level, scale, stretch, lines.lines(), limits, fits);
  }

  /** Returns which share of the lines of the source the text fills. */
  private double share(double scale) {
    double source = 0;
    for (Frame frame : frames) {
      for (int line = 0; line < frame.lines(); line++) {
        source += room(frame, 0, line) / frame.size();
      }
    }
    return breaker.width(1) * scale / source;
  }

  private List<Integer> shared(List<Integer> capacities, double share) {
    List<Integer> limits = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      int lines = (int) Math.round(frames.get(i).lines() * share);
      limits.add(Math.max(1, Math.min(lines, capacities.get(i))));
    }
    return limits;
  }

  /** Returns the width that a line has, in points. */
  private static double room(Frame frame, int level, int line) {
    Box room = frame.room(level);
    return room.width() - indent(frame, level, line);
  }

  /** Returns how far behind the edge of its room a line begins, in points. */
  static double indent(Frame frame, int level, int line) {
    if (frame.alignment() == Alignment.CENTER) {
      return 0;
    }
    double first = frame.firstIndent();
    double indent = line == 0 ? Math.max(0, first) : Math.max(0, -first);
    return Math.min(indent, (1 - LEAST_LINE) * frame.room(level).width());
  }
}
