package dev.yiben.formats.pdf.layout;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Tells gaps between words of a loose line from those between columns.
 *
 * <p>A gap between columns goes on in the lines above and below, a gap between words does not.
 */
final class Gaps {
  /** What is further apart is never one line, in em. */
  private static final double WIDEST = 4;

  /** What is further apart is one line only if the lines around it say so, in em. */
  private static final double WIDE = 2;

  /** Lines within so many em above and below count. */
  private static final double NEAR = 3.2;

  /** As many lines above, and below, count. */
  private static final int NEIGHBOURS = 3;

  /** Edges that are no more apart than so many em are in one line. */
  private static final double EDGE = 0.2;

  private final List<Run> pieces;
  private final boolean vertical;
  private final BiPredicate<Run, Run> parted;
  private final int[] next;

  /**
   * Creates it.
   *
   * @param parted whether a drawn line is between two
   */
  Gaps(List<Run> pieces, boolean vertical, BiPredicate<Run, Run> parted) {
    this.pieces =
        pieces.stream()
            .sorted(Comparator.comparingDouble((Run run) -> run.level()).reversed())
            .toList();
    this.vertical = vertical;
    this.parted = parted;
    this.next = new int[this.pieces.size()];
    for (int i = 0; i < next.length; i++) {
      next[i] = rightOf(i);
    }
  }

  /** Returns the pieces, with those joined that are parted by nothing but wide spaces. */
  List<Run> closed() {
    Groups groups = new Groups(pieces.size());
    for (int i = 0; i < pieces.size(); i++) {
      if (next[i] >= 0 && isWordSpace(i)) {
        groups.join(i, next[i]);
      }
    }
    return groups.of(pieces).stream()
        .map(
            members ->
                Run.of(members.stream().flatMap(run -> run.glyphs().stream()).toList(), vertical))
        .toList();
  }

  /** Returns the nearest piece to the right on the same level; -1 if there is none in reach. */
  private int rightOf(int index) {
    Run piece = pieces.get(index);
    int from = index;
    while (from > 0 && pieces.get(from - 1).level() - piece.level() < piece.size()) {
      from--;
    }
    int nearest = -1;
    for (int i = from;
        i < pieces.size() && piece.level() - pieces.get(i).level() < piece.size();
        i++) {
      Run other = pieces.get(i);
      if (i != index
          && other.box().left() >= piece.box().right() - 0.1 * piece.size()
          && other.stream() == piece.stream()
          && piece.sameLevel(other)
          && piece.gap(other) <= WIDEST * Math.max(piece.size(), other.size())
          && (nearest < 0 || other.box().left() < pieces.get(nearest).box().left())) {
        nearest = i;
      }
    }
    return nearest;
  }

  private boolean isWordSpace(int index) {
    Run left = pieces.get(index);
    Run right = pieces.get(next[index]);
    if (parted.test(left, right)) {
      return false;
    }
    if (ListMarkers.isMarker(left.glyphs())) {
      return true;
    }
    double size = Math.max(left.size(), right.size());
    double gap = left.gap(right);
    int open = 0;
    int crossed = 0;
    for (int step : new int[] {-1, 1}) {
      int seen = 0;
      int from = step < 0 ? Math.min(index, next[index]) : Math.max(index, next[index]);
      for (int i = from + step; i >= 0 && i < pieces.size() && seen < NEIGHBOURS; i += step) {
        Run other = pieces.get(i);
        double distance = Math.abs(other.level() - left.level());
        if (distance > NEAR * size) {
          break;
        }
        if (distance < 0.5 * size) {
          continue;
        }
        if (other.box().left() < left.box().right() && other.box().right() > right.box().left()) {
          crossed++;
          seen++;
        } else if (goesOn(left, right, i, size)) {
          open++;
          seen++;
        }
      }
    }
    if (gap > WIDE * size) {
      return open == 0 && crossed >= 3;
    }
    return !(open >= 1 && crossed == 0) && !(open >= 2 && crossed <= 1);
  }

  /**
   * Returns whether a gap goes on beside a piece: it ends before the gap and the next on its level
   * begins behind it, or it ends or begins where the columns do.
   */
  private boolean goesOn(Run left, Run right, int index, double size) {
    Run piece = pieces.get(index);
    if (piece.box().width() > 4 * size
        && (Math.abs(piece.box().right() - left.box().right()) < EDGE * size
            || Math.abs(piece.box().left() - right.box().left()) < EDGE * size)) {
      return true;
    }
    if (piece.box().centerX() > left.box().right()) {
      return false;
    }
    if (next[index] < 0) {
      return false;
    }
    double from = Math.max(left.box().right(), piece.box().right());
    double to = Math.min(right.box().left(), pieces.get(next[index]).box().left());
    return to - from > 0.5 * size;
  }
}
