package dev.yiben.formats.pdf.typeset;

import com.ibm.icu.text.Bidi;
import dev.yiben.formats.pdf.layout.Alignment;
import dev.yiben.formats.pdf.page.Box;
import java.util.ArrayList;
import java.util.List;

/** Gives all atoms of the lines of a trial their places. */
final class LinePlacer {
  /** Wider spaces, in em, tear a line apart more than a ragged edge does. */
  private static final double MOST_SPACE = 1;

  /** Text on a grid is stretched so far without its being seen. */
  private static final double MOST_STRETCH = 1.03;

  /** How far characters on a grid are parted, in em. */
  private static final double MOST_PARTING = 0.3;

  private final Passage passage;
  private final List<Atom> atoms;
  private final LineBreaker breaker;
  private final Ruler ruler;

  LinePlacer(Passage passage, List<Atom> atoms, LineBreaker breaker, Ruler ruler) {
    this.passage = passage;
    this.atoms = atoms;
    this.breaker = breaker;
    this.ruler = ruler;
  }

  Setting place(Trial trial) {
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < passage.frames().size(); i++) {
      Frame frame = passage.frames().get(i);
      Heights heights = new Heights(frame, frame.room(trial.level()), trial.scale());
      int lines = trial.lines(i);
      double leading = heights.leading(lines);
      double first = heights.first(lines, leading);
      Box edges = edges(trial, i);
      for (int line = 0; line < lines; line++) {
        double baseline = first - frame.drop(line) * leading;
        placed.addAll(place(trial, i, line, edges, baseline));
      }
    }
    return new Setting(placed, trial.scale(), !trial.fits());
  }

  /**
   * Returns the room of a frame as its lines take it: from the edge where the source stands, and
   * from farther only as they are too long.
   */
  private Box edges(Trial trial, int number) {
    Frame frame = passage.frames().get(number);
    Box box = frame.box();
    Box room = frame.room(trial.level());
    double widest = 0;
    int first = trial.firstLine(number);
    for (int line = 0; line < trial.lines(number); line++) {
      LineBreaker.Line one = trial.lines().get(first + line);
      widest =
          Math.max(
              widest,
              Composer.indent(frame, trial.level(), line)
                  + breaker.width(one.start(), one.end(), trial.stretch())
                      * frame.size()
                      * trial.scale());
    }
    double left = Math.max(room.left(), Math.min(box.left(), room.right() - widest));
    double right = Math.min(room.right(), Math.max(box.right(), room.left() + widest));
    return switch (alignment(frame)) {
      case LEFT -> new Box(left, room.bottom(), room.right(), room.top());
      case RIGHT -> new Box(room.left(), room.bottom(), right, room.top());
      case CENTER -> {
        double half = Math.min(box.centerX() - room.left(), room.right() - box.centerX());
        yield 2 * half < widest
            ? room
            : new Box(box.centerX() - half, room.bottom(), box.centerX() + half, room.top());
      }
      case JUSTIFIED -> room;
    };
  }

  private List<Placed> place(Trial trial, int number, int inFrame, Box room, double baseline) {
    Frame frame = passage.frames().get(number);
    int index = trial.firstLine(number) + inFrame;
    LineBreaker.Line line = trial.lines().get(index);
    double size = frame.size() * trial.scale();
    double indent = Composer.indent(frame, trial.level(), inFrame);
    boolean rightToLeft = passage.isRightToLeft();
    double left = room.left() + (rightToLeft ? 0 : indent);
    double right = room.right() - (rightToLeft ? indent : 0);
    double hang = line.hyphen() ? 0 : atoms.get(line.end() - 1).hang();
    double hyphen = line.hyphen() ? ruler.hyphen(passage) * trial.stretch() * size : 0;
    double width = breaker.width(line.start(), line.end(), trial.stretch()) * size + hyphen;
    double seen = width - hang * trial.stretch() * size;
    double slack = right - left - seen;

    Spread spread = Spread.NONE;
    Alignment alignment = alignment(frame);
    if (alignment == Alignment.JUSTIFIED) {
      boolean last = index == trial.lines().size() - 1;
      spread = last ? Spread.NONE : spread(line, slack, seen, size);
      alignment = rightToLeft ? Alignment.RIGHT : Alignment.LEFT;
      slack = spread.equals(Spread.NONE) ? slack : 0;
    }
    double x =
        switch (alignment) {
          case LEFT, JUSTIFIED -> left;
          case CENTER -> left + slack / 2;
          case RIGHT -> left + slack;
        };
    LineWriter writer =
        new LineWriter(
            number,
            frame.vertical(),
            size,
            trial.scale(),
            trial.stretch() * spread.stretch(),
            x,
            baseline);
    boolean joints = spread.atJoints();
    for (Atom atom : ordered(line)) {
      boolean parted = joints ? atom.after() == Atom.Break.LINE : atom.kind() == Atom.Kind.SPACE;
      writer.add(atom, parted ? spread.extra() : 0);
    }
    if (line.hyphen()) {
      Atom last = atoms.get(line.end() - 1);
      writer.hyphen(
          last, ruler.measure("-", last.look().style(), passage.language(), false).runs());
    }
    return writer.placed();
  }

  /** Returns the alignment, turned around where the source runs the other way. */
  private Alignment alignment(Frame frame) {
    boolean turned = frame.rightToLeft() != passage.isRightToLeft();
    return switch (frame.alignment()) {
      case LEFT -> turned ? Alignment.RIGHT : Alignment.LEFT;
      case RIGHT -> turned ? Alignment.LEFT : Alignment.RIGHT;
      case CENTER -> Alignment.CENTER;
      case JUSTIFIED -> Alignment.JUSTIFIED;
    };
  }

  /**
   * What widens a line.
   *
   * @param extra added to each place, in points
   * @param atJoints whether these places are all where a line may end, or else spaces
   * @param stretch of all glyphs
   */
  private record Spread(double extra, boolean atJoints, double stretch) {
    static final Spread NONE = new Spread(0, false, 1);
  }

  private Spread spread(LineBreaker.Line line, double slack, double width, double size) {
    if (slack <= 0 || width <= 0) {
      return Spread.NONE;
    }
    int spaces = 0;
    int joints = 0;
    for (Atom atom : atoms.subList(line.start(), line.end() - 1)) {
      spaces += atom.kind() == Atom.Kind.SPACE ? 1 : 0;
      joints += atom.after() == Atom.Break.LINE ? 1 : 0;
    }
    if (passage.isOnGrid()) {
      boolean drawings =
          atoms.subList(line.start(), line.end()).stream()
              .anyMatch(atom -> atom.kind() == Atom.Kind.INSET);
      double stretch = 1 + slack / width;
      if (stretch <= MOST_STRETCH && !drawings) {
        return new Spread(0, false, stretch);
      }
      return joints > 0 && slack / joints <= MOST_PARTING * size
          ? new Spread(slack / joints, true, 1)
          : Spread.NONE;
    }
    return spaces > 0 && slack / spaces <= MOST_SPACE * size
        ? new Spread(slack / spaces, false, 1)
        : Spread.NONE;
  }

  /** Returns the atoms of a line from left to right. */
  private List<Atom> ordered(LineBreaker.Line line) {
    List<Atom> logical = atoms.subList(line.start(), line.end());
    byte[] levels = new byte[logical.size()];
    boolean mixed = false;
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) logical.get(i).level();
      mixed |= levels[i] != 0;
    }
    if (!mixed) {
      return logical;
    }
    Atom[] visual = logical.toArray(Atom[]::new);
    Bidi.reorderVisually(levels, 0, visual, 0, visual.length);
    return List.of(visual);
  }
}
