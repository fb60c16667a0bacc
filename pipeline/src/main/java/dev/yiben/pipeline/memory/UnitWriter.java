package dev.yiben.pipeline.memory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Writes units with a revision, within the transaction of its caller. */
final class UnitWriter implements AutoCloseable {
  private static final String SAME_MAKING =
      "source = ? AND before = ? AND after = ? AND recipe = ? AND origin = ?";

  private final long revision;
  private final PreparedStatement findSource;
  private final PreparedStatement addSource;
  private final PreparedStatement addText;
  private final PreparedStatement touch;
  private final PreparedStatement replace;
  private final PreparedStatement addUnit;

  UnitWriter(Connection connection, long revision) throws SQLException {
    this.revision = revision;
    findSource = connection.prepareStatement("SELECT id FROM source WHERE text = ?");
    addSource =
        connection.prepareStatement(
            "INSERT INTO source (text) VALUES (?)", Statement.RETURN_GENERATED_KEYS);
    addText = connection.prepareStatement("INSERT INTO source_text (rowid, text) VALUES (?, ?)");
    touch =
        connection.prepareStatement(
            "UPDATE unit SET used = max(used, ?) WHERE "
                + SAME_MAKING
                + " AND target = ? AND findings = ? AND document = ? AND segment = ?"
                + " AND confirmed = ?");
    replace =
        connection.prepareStatement(
            "DELETE FROM unit WHERE " + SAME_MAKING + " AND (before <> '' OR target = ?)");
    addUnit =
        connection.prepareStatement(
            "INSERT INTO unit (source, before, after, recipe, origin, target, findings, document,"
                + " segment, confirmed, role, model, created, used, revision)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  }

  /** Writes a unit and returns whether that changed more than when it was used. */
  boolean add(MemoryUnit unit) throws SQLException {
    long source = source(unit.source());
    touch.setLong(1, unit.used().getEpochSecond());
    bindMaking(touch, 2, source, unit);
    bindContent(touch, 7, unit);
    if (touch.executeUpdate() > 0) {
      return false;
    }
    bindMaking(replace, 1, source, unit);
    replace.setString(6, unit.target());
    replace.executeUpdate();
    bindMaking(addUnit, 1, source, unit);
    bindContent(addUnit, 6, unit);
    addUnit.setString(11, unit.context().role());
    addUnit.setString(12, unit.made().model());
    addUnit.setLong(13, unit.created().getEpochSecond());
    addUnit.setLong(14, unit.used().getEpochSecond());
    addUnit.setLong(15, revision);
    addUnit.executeUpdate();
    return true;
  }

  private static void bindMaking(
      PreparedStatement statement, int first, long source, MemoryUnit unit) throws SQLException {
    statement.setLong(first, source);
    statement.setString(first + 1, unit.context().before());
    statement.setString(first + 2, unit.context().after());
    statement.setString(first + 3, unit.made().recipe());
    statement.setString(first + 4, unit.made().origin().name());
  }

  private static void bindContent(PreparedStatement statement, int first, MemoryUnit unit)
      throws SQLException {
    statement.setString(first, unit.target());
    statement.setString(first + 1, UnitRow.text(unit.findings()));
    statement.setString(first + 2, unit.context().document());
    statement.setString(first + 3, unit.context().segment());
    statement.setInt(first + 4, unit.made().confirmed() ? 1 : 0);
  }

  private long source(String text) throws SQLException {
    findSource.setString(1, text);
    try (ResultSet rows = findSource.executeQuery()) {
      if (rows.next()) {
        return rows.getLong(1);
      }
    }
    addSource.setString(1, text);
    addSource.executeUpdate();
    long id;
    try (ResultSet keys = addSource.getGeneratedKeys()) {
      id = keys.getLong(1);
    }
    if (Pieces.isSearchable(text)) {
      addText.setLong(1, id);
      addText.setString(2, Pieces.plain(text));
      addText.executeUpdate();
    }
    return id;
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement :
        new PreparedStatement[] {findSource, addSource, addText, touch, replace, addUnit}) {
      statement.close();
    }
  }
}
