package dev.yiben.formats.pdf.typeset;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Breaks atoms into lines: each takes as many as it has room for. */
final class LineBreaker {
  /** What may be missing to a line, in em: rounding, not room. */
  private static final double ROUNDING = 1e-6;

  /** A line that is left with more than this share blank may end within a word. */
  private static final double LOOSE = 0.15;

  private static final double LOOSE_JUSTIFIED = 0.05;

  /** Lines in a row that may end in a hyphen. */
  private static final int MOST_HYPHENS = 2;

  private final List<Atom> atoms;
  private final double loose;
  private final double[] texts;
  private final double[] insets;

  LineBreaker(List<Atom> atoms, boolean justified) {
    this.atoms = atoms;
    this.loose = justified ? LOOSE_JUSTIFIED : LOOSE;
    this.texts = new double[atoms.size() + 1];
    this.insets = new double[atoms.size() + 1];
    for (int i = 0; i < atoms.size(); i++) {
      Atom atom = atoms.get(i);
      boolean inset = atom.kind() == Atom.Kind.INSET;
      texts[i + 1] = texts[i] + (inset ? 0 : atom.width());
      insets[i + 1] = insets[i] + (inset ? atom.width() : 0);
    }
  }

  /**
   * A line.
   *
   * @param start its first atom
   * @param end behind its last atom, which is not glue
   * @param hyphen whether a hyphen ends it
   */
  record Line(int start, int end, boolean hyphen) {}

  /**
   * All lines.
   *
   * @param overfull whether some line is wider than its room
   */
  record Lines(List<Line> lines, boolean overfull) {}

  /** Returns the width of all atoms in one line, in em. */
  double width(double stretch) {
    return width(0, atoms.size(), stretch);
  }

  /** Returns the width of a line of some atoms, in em. */
  double width(int start, int end, double stretch) {
    return (texts[end] - texts[start]) * stretch + insets[end] - insets[start];
  }

  /**
   * Returns the lines.
   *
   * @param room the room of each line by its number from 0, in em
   * @param stretch width of an em of text by its height
   * @param hyphen width of a hyphen, in em
   */
  Lines lines(IntToDoubleFunction room, double stretch, double hyphen) {
    List<Line> lines = new ArrayList<>();
    boolean overfull = false;
    int hyphens = 0;
    int start = 0;
    while (start < atoms.size()) {
      double most = room.applyAsDouble(lines.size()) + ROUNDING;
      Line line = line(start, most, stretch, hyphen, hyphens < MOST_HYPHENS);
      overfull |= width(line.start(), line.end(), stretch) - hang(line) * stretch > most;
      lines.add(line);
      hyphens = line.hyphen() ? hyphens + 1 : 0;
      start = line.end();
      while (start < atoms.size() && atoms.get(start).isGlue()) {
        start++;
      }
    }
    return new Lines(lines, overfull);
  }

  private double hang(Line line) {
    return line.hyphen() ? 0 : atoms.get(line.end() - 1).hang();
  }

  private Line line(int start, double most, double stretch, double hyphen, boolean mayEndInHyphen) {
    int end = 0;
    int hyphenEnd = 0;
    int solid = start;
    for (int i = start; i < atoms.size(); i++) {
      Atom atom = atoms.get(i);
      if (!atom.isGlue()) {
        solid = i + 1;
        if (width(start, solid, stretch) - atom.hang() * stretch > most
            && (end > start || hyphenEnd > start)) {
          break;
        }
      }
      if (atom.after() == Atom.Break.LINE || i == atoms.size() - 1) {
        end = solid;
        if (width(start, solid, stretch) - atom.hang() * stretch > most) {
          break;
        }
      } else if (atom.after() == Atom.Break.HYPHEN
          && width(start, solid, stretch) + hyphen * stretch <= most) {
        hyphenEnd = solid;
      }
    }
    boolean onlyHyphen = end <= start || width(start, end, stretch) > most;
    boolean isLoose = mayEndInHyphen && most - width(start, end, stretch) > loose * most;
    return hyphenEnd > start && (onlyHyphen || (hyphenEnd > end && isLoose))
        ? new Line(start, hyphenEnd, true)
        : new Line(start, Math.max(end, start + 1), false);
  }
}
