package dev.yiben.formats.format.pdf;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.lines.Columns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds one scale for all that looks alike, so that pages look even. */
final class RoleScales {
  /** Share of the text that may need a smaller scale than the others of its role. */
  private static final double EXCEPTIONS = 0.1;

  private final Map<Key, List<Need>> needs = new HashMap<>();
  private final Map<Key, Double> scales = new HashMap<>();

  /**
   * What looks alike: cells of one page, anything else of the whole file.
   *
   * @param size in half points
   * @param page -1 for all
   */
  private record Key(Role role, long size, boolean bold, int page) {
    static Key of(Unit unit) {
      Part part = unit.parts().get(0);
      return new Key(
          part.role(),
          Math.round(2 * part.frame().size()),
          part.text().base().style().bold(),
          part.role() == Role.TABLE_CELL ? part.page() : -1);
    }
  }

  /**
   * A scale that a text needs.
   *
   * @param weight how much text it is
   */
  private record Need(double scale, int weight) {}

  /** Takes note of the scale at which a unit fits; all before any is asked for. */
  void add(Unit unit, double scale) {
    int weight = 1 + Columns.of(unit.segment().source().plainText());
    needs.computeIfAbsent(Key.of(unit), key -> new ArrayList<>()).add(new Need(scale, weight));
  }

  /** Returns the largest scale of a unit that looks even with the others. */
  double of(Unit unit) {
    return scales.computeIfAbsent(Key.of(unit), key -> common(needs.getOrDefault(key, List.of())));
  }

  private static double common(List<Need> needs) {
    List<Need> smallestFirst = new ArrayList<>(needs);
    smallestFirst.sort(Comparator.comparingDouble(Need::scale));
    double rest = EXCEPTIONS * needs.stream().mapToInt(Need::weight).sum();
    for (Need need : smallestFirst) {
      rest -= need.weight();
      if (rest < 0) {
        return need.scale();
      }
    }
    return 1;
  }
}
