package dev.yiben.formats.pdf.typeset;

import dev.yiben.formats.pdf.layout.Alignment;
import dev.yiben.formats.pdf.page.Box;
import java.util.List;

/**
 * Where text goes, in the upright space of its direction.
 *
 * @param box where the source stands
 * @param rooms boxes that the text may take where the first does not do, each with more room than
 *     the one before; the first is the box itself, and all contain it
 * @param baselines of the lines of the source, from the first to the last
 * @param size of the source, in points
 * @param leading of the source, in points
 * @param firstIndent of the source, in points; negative if the other lines are indented
 * @param alignment of the source
 * @param vertical whether glyphs of the source stand across the direction of running
 * @param rightToLeft whether the source is of a script that runs from right to left
 */
public record Frame(
    Box box,
    List<Box> rooms,
    List<Double> baselines,
    double size,
    double leading,
    double firstIndent,
    Alignment alignment,
    boolean vertical,
    boolean rightToLeft) {
  public Frame {
    rooms = List.copyOf(rooms);
    baselines = List.copyOf(baselines);
    if (rooms.isEmpty() || baselines.isEmpty() || !(size > 0)) {
      throw new IllegalArgumentException("Not a frame: " + box + " of size " + size);
    }
  }

  /** Returns the room at a level, or the largest if there are not so many. */
  Box room(int level) {
    return rooms.get(Math.min(level, rooms.size() - 1));
  }

  /** Returns the room that the text may take at most. */
  public Box largestRoom() {
    return rooms.get(rooms.size() - 1);
  }

  /** Returns how many lines the source has. */
  public int lines() {
    return baselines.size();
  }

  /** Returns the height of the box above the first baseline, in points. */
  double ascent() {
    return box.top() - baselines.get(0);
  }

  /** Returns the depth of the box below the last baseline, in points. */
  double descent() {
    return baselines.get(lines() - 1) - box.bottom();
  }

  /** Returns how far below the first baseline that of a line stands, in points; 0 for none. */
  double drop(int line) {
    int last = lines() - 1;
    int known = Math.max(0, Math.min(line, last));
    return baselines.get(0) - baselines.get(known) + Math.max(0, line - last) * leading;
  }
}
