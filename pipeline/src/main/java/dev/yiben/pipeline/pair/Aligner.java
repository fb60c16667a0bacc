package dev.yiben.pipeline.pair;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Finds what belongs together in two lists that run alike: the cheapest way through both, by
 * dynamic programming near the diagonal.
 */
final class Aligner {
  private static final int LEAST_BAND = 100;
  private static final long MOST_CELLS = 50_000_000;

  private static final byte BOTH = 1;
  private static final byte SOURCE_ONLY = 2;
  private static final byte TARGET_ONLY = 3;
  private static final byte TWO_SOURCES = 4;
  private static final byte TWO_TARGETS = 5;

  private final List<Traits> sources;
  private final List<Traits> targets;
  private final List<Traits> sourcePairs;
  private final List<Traits> targetPairs;
  private final Likeness likeness;
  private final int half;
  private final int width;
  private final byte[] moves;

  private Aligner(List<Traits> sources, List<Traits> targets, Likeness likeness) {
    this.sources = sources;
    this.targets = targets;
    this.sourcePairs = pairs(sources);
    this.targetPairs = pairs(targets);
    this.likeness = likeness;
    long wanted = LEAST_BAND + Math.abs((long) sources.size() - targets.size());
    long most = Math.max(LEAST_BAND, MOST_CELLS / (2L * (sources.size() + 1)));
    // A row must reach into the next one.
    long least = targets.size() / (sources.size() + 1L) + 2;
    half = (int) Math.min(Math.max(least, Math.min(wanted, most)), targets.size() + 1L);
    width = 2 * half + 1;
    moves = new byte[Math.multiplyExact(sources.size() + 1, width)];
  }

  private static List<Traits> pairs(List<Traits> traits) {
    List<Traits> pairs = new ArrayList<>();
    for (int i = 1; i < traits.size(); i++) {
      pairs.add(traits.get(i - 1).with(traits.get(i)));
    }
    return pairs;
  }

  /** Returns the beads in order, which hold every segment once. */
  static List<Bead> align(List<Traits> sources, List<Traits> targets, Likeness likeness) {
    Aligner aligner = new Aligner(sources, targets, likeness);
    aligner.fill();
    return aligner.trace();
  }

  /** Returns the target that the band of a row begins with. */
  private int from(int source) {
    long centre = sources.isEmpty() ? 0 : (long) source * targets.size() / sources.size();
    return (int) Math.max(0, Math.min(centre, targets.size()) - half);
  }

  private void fill() {
    double[] before2 = row();
    double[] before = row();
    double[] row = row();
    for (int i = 0; i <= sources.size(); i++) {
      Arrays.fill(row, Double.POSITIVE_INFINITY);
      int from = from(i);
      for (int j = from; j < from + width && j <= targets.size(); j++) {
        fillCell(i, j, row, before, before2);
      }
      double[] spare = before2;
      before2 = before;
      before = row;
      row = spare;
    }
  }

  private double[] row() {
    double[] row = new double[width];
    Arrays.fill(row, Double.POSITIVE_INFINITY);
    return row;
  }

  private void fillCell(int i, int j, double[] row, double[] before, double[] before2) {
    double best = i == 0 && j == 0 ? 0 : Double.POSITIVE_INFINITY;
    byte move = 0;
    if (i > 0 && j > 0) {
      double diagonal = at(before, i - 1, j - 1);
      Traits source = sources.get(i - 1);
      Traits target = targets.get(j - 1);
      double cost = diagonal + likeness.cost(source, target);
      if (cost < best) {
        best = cost;
        move = BOTH;
      }
      double twoSources = i > 1 ? at(before2, i - 2, j - 1) : Double.POSITIVE_INFINITY;
      if (twoSources + Likeness.JOINT - 4 * Likeness.GAP < best) {
        cost = twoSources + Likeness.JOINT + likeness.cost(sourcePairs.get(i - 2), target);
        if (cost < best) {
          best = cost;
          move = TWO_SOURCES;
        }
      }
      double twoTargets = j > 1 ? at(before, i - 1, j - 2) : Double.POSITIVE_INFINITY;
      if (twoTargets + Likeness.JOINT - 4 * Likeness.GAP < best) {
        cost = twoTargets + Likeness.JOINT + likeness.cost(source, targetPairs.get(j - 2));
        if (cost < best) {
          best = cost;
          move = TWO_TARGETS;
        }
      }
    }
    if (i > 0) {
      double cost = at(before, i - 1, j) + Likeness.gap(sources.get(i - 1));
      if (cost < best) {
        best = cost;
        move = SOURCE_ONLY;
      }
    }
    if (j > 0) {
      double cost = at(row, i, j - 1) + Likeness.gap(targets.get(j - 1));
      if (cost < best) {
        best = cost;
        move = TARGET_ONLY;
      }
    }
    row[j - from(i)] = best;
    moves[i * width + j - from(i)] = move;
  }

  private double at(double[] row, int i, int j) {
    int column = j - from(i);
    return column < 0 || column >= width ? Double.POSITIVE_INFINITY : row[column];
  }

  private List<Bead> trace() {
    Deque<Bead> beads = new ArrayDeque<>();
    int i = sources.size();
    int j = targets.size();
    while (i > 0 || j > 0) {
      byte move = moves[i * width + j - from(i)];
      int source = move == TARGET_ONLY ? 0 : move == TWO_SOURCES ? 2 : 1;
      int target = move == SOURCE_ONLY ? 0 : move == TWO_TARGETS ? 2 : 1;
      i -= source;
      j -= target;
      beads.addFirst(new Bead(i, source, j, target));
    }
    return List.copyOf(beads);
  }
}
