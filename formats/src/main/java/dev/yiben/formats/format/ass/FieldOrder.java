package dev.yiben.formats.format.ass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The order of the fields in the lines of a section, as its {@code Format:} line says.
 *
 * @param names of the fields in lower case
 */
record FieldOrder(List<String> names) {
  /** Of events, where no line says it: versions 4 and 4+ have their fields at the same places. */
  static final FieldOrder EVENTS =
      new FieldOrder(
          List.of(
              "layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect",
              "text"));

  /** Of styles, where no line says it; only the first ones matter. */
  static final FieldOrder STYLES = new FieldOrder(List.of("name", "fontname", "fontsize"));

  private static final int MOST_FIELDS = 100;

  /** Reads what follows {@code Format:}. */
  static FieldOrder parse(String list) {
    List<String> names =
        Arrays.stream(list.split(",", MOST_FIELDS))
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .map(name -> name.equals("actor") ? "name" : name)
            .toList();
    return new FieldOrder(names);
  }

  /** Returns the place of a field; negative if there is none. */
  int of(String name) {
    return names.indexOf(name);
  }

  /**
   * Returns where the fields of a line begin.
   *
   * @param from offset after the colon
   * @param end offset of the line's end
   * @param last place of the field that has the rest of the line, commas too
   * @return one offset more than {@code last}, or fewer where fields are missing
   */
  static List<Integer> starts(String text, int from, int end, int last) {
    List<Integer> starts = new ArrayList<>();
    starts.add(from);
    for (int i = from; i < end && starts.size() <= last; i++) {
      if (text.charAt(i) == ',') {
        starts.add(i + 1);
      }
    }
    return starts;
  }
}
