package dev.yiben.formats.pdf.score;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds where texts of a page lie over each other. */
final class Collisions {
  private static final double CELL = 24;

  private final List<ShownGlyph> glyphs;
  private final int[] owners;
  private final Map<Long, List<Integer>> cells = new HashMap<>();

  /**
   * Creates a search.
   *
   * @param texts glyphs of the texts that belong together; others stand each for themselves
   */
  Collisions(List<ShownGlyph> glyphs, List<List<Integer>> texts) {
    this.glyphs = glyphs;
    this.owners = new int[glyphs.size()];
    Arrays.fill(owners, -1);
    for (int text = 0; text < texts.size(); text++) {
      for (int glyph : texts.get(text)) {
        owners[glyph] = text;
      }
    }
    for (int i = 0; i < glyphs.size(); i++) {
      if (glyphs.get(i).visible()) {
        for (long cell : cells(glyphs.get(i).box())) {
          cells.computeIfAbsent(cell, key -> new ArrayList<>()).add(i);
        }
      }
    }
  }

  private static List<Long> cells(Rectangle2D box) {
    List<Long> cells = new ArrayList<>();
    long right = Math.min(cell(box.getMaxX()), cell(box.getMinX()) + 40);
    long top = Math.min(cell(box.getMaxY()), cell(box.getMinY()) + 40);
    for (long x = cell(box.getMinX()); x <= right; x++) {
      for (long y = cell(box.getMinY()); y <= top; y++) {
        cells.add(x * 1_000_003 + y);
      }
    }
    return cells;
  }

  private static long cell(double at) {
    return (long) Math.floor(at / CELL);
  }

  /** Returns how much of a text lies over other texts, as an area. */
  double area(int text, List<Integer> members) {
    double area = 0;
    for (int member : members) {
      ShownGlyph glyph = glyphs.get(member);
      if (glyph.visible()) {
        area += covered(glyph.box(), text);
      }
    }
    return area;
  }

  private double covered(Rectangle2D box, int text) {
    Set<Integer> others = new HashSet<>();
    for (long cell : cells(box)) {
      others.addAll(cells.getOrDefault(cell, List.of()));
    }
    double sum = 0;
    for (int other : others) {
      if (owners[other] != text && box.intersects(glyphs.get(other).box())) {
        Rectangle2D common = box.createIntersection(glyphs.get(other).box());
        sum += common.getWidth() * common.getHeight();
      }
    }
    return Math.min(sum, box.getWidth() * box.getHeight());
  }
}
