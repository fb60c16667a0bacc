package dev.yiben.pipeline.memory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Reads rows of units; what another hand has put there is taken as well as can be. */
final class UnitRow {
  private UnitRow() {}

  static MemoryUnit read(ResultSet row) throws SQLException {
    return new MemoryUnit(
        row.getString("text"),
        row.getString("target"),
        new MemoryUnit.Context(
            row.getString("document"),
            row.getString("segment"),
            row.getString("role"),
            row.getString("before"),
            row.getString("after")),
        new MemoryUnit.Making(
            origin(row.getString("origin")),
            row.getBoolean("confirmed"),
            row.getString("model"),
            row.getString("recipe")),
        lines(row.getString("findings")),
        instant(row.getLong("created")),
        instant(row.getLong("used")));
  }

  static String text(List<String> lines) {
    return String.join("\n", lines.stream().map(line -> line.replace('\n', ' ')).toList());
  }

  private static List<String> lines(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
  }

  static Origin origin(String name) {
    return Arrays.stream(Origin.values())
        .filter(origin -> origin.name().equals(name))
        .findFirst()
        .orElse(Origin.IMPORTED);
  }

  static Instant instant(long seconds) {
    return Instant.ofEpochSecond(Math.max(0, Math.min(seconds, 253_402_300_799L)));
  }
}
