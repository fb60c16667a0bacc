package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.pdf.page.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the columns of a region and the order in which they are read.
 *
 * <p>It looks for the tallest gutter: a strip of white between lines to its left and to its right.
 * What crosses the strip ends it above and below. Then all that is above is read, what is to the
 * left, what is to the right, and what is below; each is cut again in the same way. That is an
 * XY-cut in which wide elements are masked, but found by the columns rather than by the wide
 * elements.
 */
final class ReadingOrder {
  /** A gutter is so many em wide. */
  private static final double GUTTER = 0.6;

  /** Columns stand beside each other for so many lines at least. */
  private static final double LEAST_LINES = 2.2;

  /** Deeper nesting of columns is not looked for. */
  private static final int DEEPEST = 24;

  private final boolean rightToLeft;
  private final double em;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Line> open = new ArrayList<>();

  /** What is ordered: a line, or a claim. */
  private record Item(Box box, Line line, Claim claim) {
    boolean sharesLevelWith(Item other) {
      double common =
          Math.min(box.top(), other.box.top()) - Math.max(box.bottom(), other.box.bottom());
      return common > 0.5 * Math.min(box.height(), other.box.height());
    }
  }

  /** A gutter: its right edge, and the items from the first to the last that it parts. */
  private record Gutter(double from, double to, int first, int last, double height) {}

  private ReadingOrder(boolean rightToLeft, double em) {
    this.rightToLeft = rightToLeft;
    this.em = em;
  }

  /** Returns all lines and claims of a region in the order of reading. */
  static List<Block> blocks(Region region) {
    List<Item> items = new ArrayList<>();
    region.lines().forEach(line -> items.add(new Item(line.box(), line, null)));
    region.claims().forEach(claim -> items.add(new Item(claim.box(), null, claim)));
    ReadingOrder order = new ReadingOrder(Scripts.rightToLeft(region.lines()), region.usualSize());
    order.read(items, 0);
    return order.blocks;
  }

  private void read(List<Item> items, int depth) {
    if (items.isEmpty()) {
      return;
    }
    List<Item> sorted =
        items.stream()
            .sorted(Comparator.comparingDouble((Item item) -> item.box().centerY()).reversed())
            .toList();
    Gutter gutter = depth < DEEPEST ? tallest(sorted) : null;
    if (gutter == null) {
      emit(sorted);
      return;
    }
    read(sorted.subList(0, gutter.first()), depth + 1);
    List<Item> left = new ArrayList<>();
    List<Item> right = new ArrayList<>();
    for (Item item : sorted.subList(gutter.first(), gutter.last() + 1)) {
      (item.box().right() <= gutter.from() ? left : right).add(item);
    }
    read(rightToLeft ? right : left, depth + 1);
    close();
    read(rightToLeft ? left : right, depth + 1);
    close();
    read(sorted.subList(gutter.last() + 1, sorted.size()), depth + 1);
  }

  private Gutter tallest(List<Item> items) {
    Gutter best = null;
    double[] edges =
        items.stream().mapToDouble(item -> item.box().left()).sorted().distinct().toArray();
    double before = -Double.MAX_VALUE;
    for (double edge : edges) {
      if (edge - before < 0.05 * em) {
        continue;
      }
      before = edge;
      Gutter gutter = tallestAt(items, edge);
      if (gutter != null
          && (best == null
              || gutter.height() > best.height() + em
              || (gutter.height() > best.height() - em
                  && gutter.to() - gutter.from() > best.to() - best.from()))) {
        best = gutter;
      }
    }
    return best;
  }

  /** Returns the tallest gutter at the left edge of an item. */
  private Gutter tallestAt(List<Item> items, double edge) {
    Gutter best = null;
    int first = 0;
    for (int i = 0; i <= items.size(); i++) {
      boolean crosses =
          i == items.size()
              || (items.get(i).box().left() < edge - 0.05 * em
                  && items.get(i).box().right() > edge - GUTTER * em);
      if (crosses) {
        Gutter gutter = gutter(items, edge, first, i - 1);
        if (gutter != null && (best == null || gutter.height() > best.height())) {
          best = gutter;
        }
        first = i + 1;
      }
    }
    return best;
  }

  private Gutter gutter(List<Item> items, double edge, int first, int last) {
    Box left = null;
    Box right = null;
    int lefts = 0;
    int rights = 0;
    for (Item item : items.subList(Math.min(first, last + 1), last + 1)) {
      if (item.box().right() <= edge) {
        left = left == null ? item.box() : left.union(item.box());
        lefts++;
      } else {
        right = right == null ? item.box() : right.union(item.box());
        rights++;
      }
    }
    if (left == null || right == null || (lefts < 2 && rights < 2)) {
      return null;
    }
    double height = Math.min(left.top(), right.top()) - Math.max(left.bottom(), right.bottom());
    return height < LEAST_LINES * em
        ? null
        : new Gutter(left.right(), right.left(), first, last, height);
  }

  /** Takes items from the top down; those beside each other from the side where reading begins. */
  private void emit(List<Item> sorted) {
    List<Item> row = new ArrayList<>();
    for (Item item : sorted) {
      if (!row.isEmpty() && row.stream().noneMatch(item::sharesLevelWith)) {
        emitRow(row);
        row.clear();
      }
      row.add(item);
    }
    emitRow(row);
    close();
  }

  private void emitRow(List<Item> row) {
    Comparator<Item> fromLeft = Comparator.comparingDouble(item -> item.box().left());
    row.sort(rightToLeft ? fromLeft.reversed() : fromLeft);
    for (Item item : row) {
      if (item.claim() == null) {
        open.add(item.line());
      } else {
        close();
        blocks.addAll(item.claim().blocks());
      }
    }
  }

  private void close() {
    if (!open.isEmpty()) {
      blocks.add(Block.text(open));
      open.clear();
    }
  }
}
