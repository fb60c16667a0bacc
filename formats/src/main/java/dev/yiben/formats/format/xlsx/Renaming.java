package dev.yiben.formats.format.xlsx;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** New names of sheets and of columns of tables; old ones are found in whatever case. */
final class Renaming {
  private final Map<String, String> sheets = new HashMap<>();
  private final Map<String, Map<String, String>> columns = new HashMap<>();

  void sheet(String name, String newName) {
    sheets.put(key(name), newName);
  }

  void column(String table, String name, String newName) {
    columns.computeIfAbsent(key(table), key -> new HashMap<>()).put(key(name), newName);
  }

  boolean isEmpty() {
    return sheets.isEmpty() && columns.isEmpty();
  }

  /** Returns the new name of a sheet, if it has one. */
  Optional<String> sheet(String name) {
    return Optional.ofNullable(sheets.get(key(name)));
  }

  /** Returns whether any column of a table has a new name. */
  boolean hasTable(String table) {
    return columns.containsKey(key(table));
  }

  /** Returns the new name of a column, if it has one. */
  Optional<String> column(String table, String name) {
    return Optional.ofNullable(columns.getOrDefault(key(table), Map.of()).get(key(name)));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
