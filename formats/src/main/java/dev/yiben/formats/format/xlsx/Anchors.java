package dev.yiben.formats.format.xlsx;

import dev.yiben.formats.document.SegmentId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which segments the cells are whose texts are repeated elsewhere: in tables and charts. */
final class Anchors {
  private final List<Set<CellReference>> cells;
  private final Map<Integer, Map<CellReference, SegmentId>> segments = new HashMap<>();

  Anchors(List<Sheet> sheets) {
    this.cells =
        sheets.stream()
            .map(
                sheet -> {
                  Set<CellReference> places = new HashSet<>();
                  sheet
                      .tables()
                      .forEach(table -> table.labels().forEach(label -> places.add(label.cell())));
                  return places;
                })
            .toList();
  }

  /** Takes a cell with text that is translated. */
  void add(int sheet, CellReference cell, SegmentId segment) {
    if (cells.get(sheet).contains(cell)) {
      segments.computeIfAbsent(sheet, key -> new HashMap<>()).put(cell, segment);
    }
  }

  /** Returns whether texts elsewhere repeat any cell of a sheet. */
  boolean has(int sheet) {
    return !cells.get(sheet).isEmpty();
  }

  /** Returns the segment that a cell shows, if it is translated and repeated elsewhere. */
  Optional<SegmentId> segment(int sheet, CellReference cell) {
    return Optional.ofNullable(segments.getOrDefault(sheet, Map.of()).get(cell));
  }
}
