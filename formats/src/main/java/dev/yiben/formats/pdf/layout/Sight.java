package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.pdf.page.Box;
import dev.yiben.formats.pdf.page.Direction;
import java.util.ArrayList;
import java.util.List;

/** What is on a page, as seen in the upright space of a direction. */
final class Sight {
  /** How near text comes to the edge of the page, in points, unless it was nearer. */
  private static final double PAGE_EDGE = 18;

  /** How near text comes to what is below it, in em, unless it was nearer. */
  private static final double BELOW = 0.3;

  /** How near text comes to what is beside it, in em, unless it was nearer. */
  private static final double BESIDE = 0.6;

  /** How near text comes to the edge of what it stands on, in points, unless it was nearer. */
  private static final double WITHIN = 2;

  /** How much higher a paragraph becomes at most, by its height. */
  private static final double MOST_GROWTH = 0.8;

  /** Free space of less than so much of the width of a line is of little use. */
  private static final double BLOCKED = 0.2;

  /** What stands less than so many points apart is aligned. */
  private static final double ALIGNED = 3;

  /** A box of less than so many lines that holds nothing but a paragraph is a label's. */
  private static final double LABEL_LINES = 6;

  private final Box page;
  private final Direction direction;
  private final List<Thing> things;
  private final List<Neighbour> neighbours;
  private final Box[] grownDown;
  private final Bounds[] bounds;
  private final Boolean[] bothWays;

  /** The box around all text, with margins as wide on the left as on the right. */
  private final Box text;

  /**
   * Something that is not text of a paragraph.
   *
   * @param thin whether it is a line, which text may touch already, such as when underlined
   */
  record Thing(Box box, boolean thin) {}

  /**
   * A paragraph.
   *
   * @param number place among the paragraphs of the page
   * @param box in this upright space
   */
  record Neighbour(int number, Paragraph paragraph, Box box) {}

  Sight(Box page, Direction direction, List<Thing> things, List<Neighbour> neighbours) {
    this.page = page;
    this.direction = direction;
    this.things = things;
    this.neighbours = neighbours;
    this.grownDown = new Box[neighbours.size()];
    this.bounds = new Bounds[neighbours.size()];
    this.bothWays = new Boolean[neighbours.size()];
    Box all = neighbours.stream().map(Neighbour::box).reduce(Box::union).orElse(page);
    double margin = Math.min(all.left() - page.left(), page.right() - all.right());
    this.text =
        new Box(
            Math.min(all.left(), page.left() + margin),
            all.bottom(),
            Math.max(all.right(), page.right() - margin),
            all.top());
  }

  List<Box> rooms(int number) {
    Paragraph paragraph = neighbours.get(number).paragraph();
    Box box = paragraph.box();
    Bounds within = bounds(number);
    Box down = down(number);
    if (within.alone()) {
      down =
          new Box(
              down.left(), down.bottom(), down.right(), Math.max(down.top(), within.box().top()));
    }
    List<Box> rooms = new ArrayList<>();
    rooms.add(box);
    boolean single = paragraph.lines().size() == 1;
    add(rooms, single ? sideways(number, box) : down);
    if (single && growsBothWays(number)) {
      add(rooms, sides(number, box, true, false));
      add(rooms, sides(number, down, true, false));
    } else {
      add(rooms, sideways(number, down));
    }
    return rooms;
  }

  private static void add(List<Box> rooms, Box room) {
    if (!rooms.get(rooms.size() - 1).contains(room, 0.01)) {
      rooms.add(room);
    }
  }

  /**
   * What a paragraph stays within.
   *
   * @param alone whether it is a cell or the box of a label, with nothing else in it
   */
  private record Bounds(Box box, boolean alone) {}

  private Bounds bounds(int number) {
    Bounds known = bounds[number];
    if (known == null) {
      known = findBounds(number);
      bounds[number] = known;
    }
    return known;
  }

  private Bounds findBounds(int number) {
    Paragraph paragraph = neighbours.get(number).paragraph();
    Box own = paragraph.box();
    Box area = own.union(page.grown(-PAGE_EDGE));
    Box smallest = paragraph.cell().orElse(null);
    for (Thing thing : things) {
      if (!thing.thin() && thing.box().contains(own, 1)) {
        area = area.intersection(own.union(thing.box().grown(-WITHIN)));
        if (thing.box().height() < LABEL_LINES * paragraph.size()
            && (smallest == null || thing.box().area() < smallest.area())) {
          smallest = thing.box();
        }
      }
    }
    if (paragraph.cell().isPresent()) {
      area = area.intersection(own.union(paragraph.cell().get().grown(-WITHIN)));
    }
    return new Bounds(own.union(area), smallest != null && isAlone(number, smallest));
  }

  private boolean isAlone(int number, Box holder) {
    Box own = neighbours.get(number).box();
    return neighbours.stream()
            .noneMatch(other -> other.number() != number && other.box().intersects(holder))
        && things.stream()
            .noneMatch(
                thing ->
                    thing.box().intersects(holder.grown(-WITHIN)) && !thing.box().contains(own, 1));
  }

  private Box down(int number) {
    Box known = grownDown[number];
    if (known == null) {
      known = findDown(number);
      grownDown[number] = known;
    }
    return known;
  }

  private Box findDown(int number) {
    Paragraph paragraph = neighbours.get(number).paragraph();
    Box box = paragraph.box();
    double most =
        paragraph.cell().isPresent()
            ? page.height()
            : Math.max(2 * paragraph.leading(), MOST_GROWTH * box.height());
    double bottom = Math.max(bounds(number).box().bottom(), box.bottom() - most);
    double near = BELOW * paragraph.size();
    for (Thing thing : things) {
      bottom = Math.max(bottom, below(box, thing.box(), thing.thin(), near));
    }
    for (Neighbour other : neighbours) {
      if (other.number() != number) {
        bottom = Math.max(bottom, below(box, other.box(), false, near));
      }
    }
    return new Box(box.left(), Math.min(box.bottom(), bottom), box.right(), box.top());
  }

  /** Returns how low a box may reach because of an obstacle. */
  private static double below(Box box, Box obstacle, boolean thin, double near) {
    boolean beside = obstacle.left() >= box.right() - 0.5 || obstacle.right() <= box.left() + 0.5;
    if (beside || obstacle.bottom() >= box.bottom() || obstacle.contains(box, 1)) {
      return Double.NEGATIVE_INFINITY;
    }
    if (obstacle.top() > box.bottom()) {
      return thin ? Double.NEGATIVE_INFINITY : box.bottom();
    }
    return obstacle.top() + Math.min(near, box.bottom() - obstacle.top());
  }

  /** Returns a box with the free space on the side that text of its alignment grows to. */
  private Box sideways(int number, Box from) {
    Paragraph paragraph = neighbours.get(number).paragraph();
    Box box = paragraph.box();
    Box sides = sides(number, from, true, true);
    double both = Math.min(box.left() - sides.left(), sides.right() - box.right());
    return switch (paragraph.alignment()) {
      case LEFT, JUSTIFIED -> new Box(box.left(), from.bottom(), sides.right(), from.top());
      case RIGHT -> new Box(sides.left(), from.bottom(), box.right(), from.top());
      case CENTER -> new Box(box.left() - both, from.bottom(), box.right() + both, from.top());
    };
  }

  /**
   * Returns a box with the free space on both sides.
   *
   * @param shared whether to leave others their part of the space
   * @param inColumn whether to stay within the column
   */
  private Box sides(int number, Box from, boolean shared, boolean inColumn) {
    Paragraph paragraph = neighbours.get(number).paragraph();
    Box box = paragraph.box();
    Box within = bounds(number).box();
    boolean cell = paragraph.cell().isPresent() || bounds(number).alone();
    double left = within.left();
    double right = within.right();
    if (!cell) {
      left = Math.max(left, inColumn ? edge(number, true) : text.left());
      right = Math.min(right, inColumn ? edge(number, false) : text.right());
    }
    double near = BESIDE * paragraph.size();
    for (Thing thing : things) {
      Box obstacle = thing.box();
      if (isLevel(from, obstacle) && !obstacle.contains(box, 1)) {
        double least = thing.thin() ? Math.min(near, WITHIN) : near;
        left = Math.max(left, leftOf(box, obstacle, least, false));
        right = Math.min(right, rightOf(box, obstacle, least, false));
      }
    }
    for (Neighbour other : neighbours) {
      if (other.number() == number) {
        continue;
      }
      Box obstacle = grown(other);
      if (isLevel(from, obstacle)) {
        left = Math.max(left, leftOf(box, obstacle, near, shared && growsRight(other.number())));
        right = Math.min(right, rightOf(box, obstacle, near, shared && growsLeft(other.number())));
      }
    }
    return new Box(
        Math.min(left, box.left()), from.bottom(), Math.max(right, box.right()), from.top());
  }

  private boolean growsRight(int number) {
    return neighbours.get(number).paragraph().alignment() != Alignment.RIGHT
        || growsBothWays(number);
  }

  private boolean growsLeft(int number) {
    return switch (neighbours.get(number).paragraph().alignment()) {
      case CENTER, RIGHT -> true;
      case LEFT, JUSTIFIED -> growsBothWays(number);
    };
  }

  /** Returns whether a line has next to no space on the side that it would grow to. */
  private boolean growsBothWays(int number) {
    Boolean known = bothWays[number];
    if (known == null) {
      Paragraph paragraph = neighbours.get(number).paragraph();
      Box box = paragraph.box();
      Box sides = sides(number, box, false, true);
      double left = box.left() - sides.left();
      double right = sides.right() - box.right();
      double growth =
          switch (paragraph.alignment()) {
            case LEFT, JUSTIFIED -> right;
            case RIGHT -> left;
            case CENTER -> Math.min(left, right);
          };
      known = paragraph.lines().size() == 1 && growth < BLOCKED * box.width();
      bothWays[number] = known;
    }
    return known;
  }

  /** Returns the box of another paragraph with the space that it may grow down into. */
  private Box grown(Neighbour other) {
    return other.paragraph().direction().equals(direction) ? down(other.number()) : other.box();
  }

  private static boolean isLevel(Box box, Box obstacle) {
    return obstacle.bottom() < box.top() - 0.5 && obstacle.top() > box.bottom() + 0.5;
  }

  private static double leftOf(Box box, Box obstacle, double near, boolean grows) {
    double gap = box.left() - obstacle.right();
    if (obstacle.left() >= box.left()) {
      return Double.NEGATIVE_INFINITY;
    }
    return gap <= 0
        ? box.left()
        : obstacle.right() + Math.min(gap, grows ? Math.max(near, (gap + near) / 2) : near);
  }

  private static double rightOf(Box box, Box obstacle, double near, boolean grows) {
    double gap = obstacle.left() - box.right();
    if (obstacle.right() <= box.right()) {
      return Double.POSITIVE_INFINITY;
    }
    return gap <= 0
        ? box.right()
        : obstacle.left() - Math.min(gap, grows ? Math.max(near, (gap + near) / 2) : near);
  }

  /** Returns the edge of the column of a paragraph, or of all text where it has none. */
  private double edge(int number, boolean left) {
    Paragraph paragraph = neighbours.get(number).paragraph();
    Box box = paragraph.box();
    double edge = left ? box.left() : box.right();
    boolean column = paragraph.lines().size() > 1;
    for (Neighbour other : neighbours) {
      Box mate = other.box();
      boolean aligned =
          Math.abs(mate.left() - box.left()) < ALIGNED
              || Math.abs(mate.right() - box.right()) < ALIGNED
              || (paragraph.alignment() == Alignment.CENTER
                  && Math.abs(mate.centerX() - box.centerX()) < ALIGNED);
      if (aligned && other.number() != number) {
        edge = left ? Math.min(edge, mate.left()) : Math.max(edge, mate.right());
        column |= other.paragraph().lines().size() > 1;
      }
    }
    if (column) {
      return edge;
    }
    return left ? text.left() : text.right();
  }
}
