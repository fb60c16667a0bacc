package dev.yiben.formats.format.xlsx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which cells show which shared string: where it is first seen, and whether all are translated. */
final class StringUses {
  /** More do not fit in the largest part that is read. */
  private static final int MOST_STRINGS = 8_000_000;

  private static final int NONE = Integer.MAX_VALUE;

  private record Start(int cell, int sheet) {}

  /** When a string is first shown by a cell of each fate, by the string's number. */
  private final Map<Fate, int[]> first = new EnumMap<>(Fate.class);

  private final List<Start> starts = new ArrayList<>();
  private int cells;

  /** Begins with a sheet. */
  void begin(int sheet) {
    starts.add(new Start(cells, sheet));
  }

  /** Takes a cell of the current sheet that shows a string. */
  void add(int string, Fate fate) {
    if (string >= 0 && string < MOST_STRINGS && cells < NONE - 1) {
      int[] places = first.computeIfAbsent(fate, key -> new int[0]);
      if (string >= places.length) {
        int known = places.length;
        places = Arrays.copyOf(places, Math.max(string + 1, known * 2));
        Arrays.fill(places, known, places.length, NONE);
        first.put(fate, places);
      }
      places[string] = Math.min(places[string], cells++);
    }
  }

  /** Returns whether cells of a fate show a string. */
  boolean has(int string, Fate fate) {
    return order(string, fate) < NONE;
  }

  /** Returns the strings that are translated for some cells and stay for others. */
  List<Integer> shared() {
    List<Integer> shared = new ArrayList<>();
    int strings = first.getOrDefault(Fate.TRANSLATED, new int[0]).length;
    for (int i = 0; i < strings; i++) {
      if (has(i, Fate.TRANSLATED) && (has(i, Fate.NOT_CHOSEN) || has(i, Fate.FORMULA_RESULT))) {
        shared.add(i);
      }
    }
    return shared;
  }

  private int order(int string, Fate fate) {
    int[] places = first.getOrDefault(fate, new int[0]);
    return string < places.length ? places[string] : NONE;
  }

  /** Returns the fate of a string: that of its cells which comes first; nothing if it has none. */
  Optional<Fate> fate(int string) {
    return Arrays.stream(Fate.values()).filter(fate -> has(string, fate)).findFirst();
  }

  /** Returns a number that is less for strings that are shown before. */
  int order(int string) {
    return fate(string).map(fate -> order(string, fate)).orElse(NONE);
  }

  /** Returns the number of the sheet on which a string is first shown. */
  int sheet(int string) {
    int order = order(string);
    int sheet = 0;
    for (Start start : starts) {
      if (start.cell() <= order) {
        sheet = start.sheet();
      }
    }
    return sheet;
  }
}
