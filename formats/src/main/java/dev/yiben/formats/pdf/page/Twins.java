package dev.yiben.formats.pdf.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds glyphs that are drawn twice at nearly the same place: bold by trickery, or shadows. */
final class Twins {
  /** Two glyphs of the same text are nearer to each other than so many em if they are twins. */
  private static final double NEAR = 0.12;

  /** Side of the squares by which glyphs are looked up, in points. */
  private static final double SIDE = 3;

  private static final double ROUNDING = 0.001;

  private final Map<Long, List<Draft>> squares = new HashMap<>();

  /** Leaves the lower ones of twins out, and gives them to the upper ones. */
  static void find(List<Draft> drafts) {
    Twins twins = new Twins();
    for (Draft draft : drafts) {
      if (draft.rule == null && !draft.text.isBlank() && draft.glyph.isReadable()) {
        twins.add(draft);
      }
    }
  }

  private void add(Draft upper) {
    double left = upper.glyph.box().left();
    double baseline = upper.glyph.baseline();
    double reach = near(upper.glyph) + ROUNDING;
    for (long i = square(left - reach); i <= square(left + reach); i++) {
      for (long j = square(baseline - reach); j <= square(baseline + reach); j++) {
        List<Draft> there = squares.get(key(i, j));
        if (there != null) {
          there.removeIf(lower -> join(lower, upper));
        }
      }
    }
    squares
        .computeIfAbsent(key(square(left), square(baseline)), key -> new ArrayList<>(2))
        .add(upper);
  }

  /** Returns how near to a glyph its twins are, in points. */
  private static double near(Glyph glyph) {
    return Math.min(NEAR * glyph.size(), SIDE);
  }

  private static boolean join(Draft lower, Draft upper) {
    Glyph one = lower.glyph;
    Glyph other = upper.glyph;
    double near = near(other);
    if (!lower.text.equals(upper.text)
        || Math.abs(one.box().left() - other.box().left()) > near
        || Math.abs(one.baseline() - other.baseline()) > near
        || Math.abs(one.size() - other.size()) > 0.02 * other.size()
        || !one.direction().equals(other.direction())
        || one.place().stream() != other.place().stream()) {
      return false;
    }
    lower.rule = "drawn-twice";
    upper.heavier |= lower.heavier || one.paint().rgb() == other.paint().rgb();
    upper.twins.add(lower);
    upper.twins.addAll(lower.twins);
    lower.twins.clear();
    return true;
  }

  private static long square(double coordinate) {
    return (long) Math.floor(coordinate / SIDE);
  }

  private static long key(long x, long y) {
    return x * 1_000_003 + y;
  }
}
