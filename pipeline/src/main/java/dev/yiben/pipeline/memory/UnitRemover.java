package dev.yiben.pipeline.memory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Removes units, and the sources that no unit has any more. */
final class UnitRemover {
  /** So that not every run has to remove some. */
  private static final double KEPT = 0.95;

  private UnitRemover() {}

  /** Removes the units that were used longest ago, where there are too many. */
  static void keep(Connection connection, int most) throws SQLException {
    long units;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM unit")) {
      units = rows.getLong(1);
    }
    if (units <= most) {
      return;
    }
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM unit WHERE id IN"
                + " (SELECT id FROM unit ORDER BY confirmed, used, id LIMIT ?)")) {
      delete.setLong(1, units - (long) (most * KEPT));
      delete.executeUpdate();
    }
    removeSources(connection);
  }

  /** Removes the units that fit, and returns how many. */
  static long remove(Connection connection, UnitFilter filter) throws SQLException {
    long removed;
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM unit " + filter.where())) {
      filter.bind(delete);
      removed = delete.executeUpdate();
    }
    removeSources(connection);
    return removed;
  }

  /** Returns whether people have made or brought in a unit that fits. */
  static boolean hasAnyOfPeople(Connection connection, UnitFilter filter) throws SQLException {
    String fits = filter.where().isEmpty() ? "WHERE " : filter.where() + " AND ";
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT EXISTS (SELECT 1 FROM unit " + fits + "unit.origin <> 'TRANSLATED')")) {
      filter.bind(query);
      try (ResultSet rows = query.executeQuery()) {
        return rows.getBoolean(1);
      }
    }
  }

  private static void removeSources(Connection connection) throws SQLException {
    String unused = "id NOT IN (SELECT source FROM unit)";
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "DELETE FROM source_text WHERE rowid IN (SELECT id FROM source WHERE " + unused + ")");
      statement.executeUpdate("DELETE FROM source WHERE " + unused);
    }
  }
}
