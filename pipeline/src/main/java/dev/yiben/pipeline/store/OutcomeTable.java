package dev.yiben.pipeline.store;

import dev.yiben.formats.document.SegmentId;
import dev.yiben.pipeline.Fate;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The table of what the last run has made of each segment. */
final class OutcomeTable {
  private final Connection connection;

  OutcomeTable(Connection connection) {
    this.connection = connection;
  }

  static void create(Statement statement) throws SQLException {
    statement.execute(
        """
        CREATE TABLE IF NOT EXISTS outcome (
          document TEXT NOT NULL,
          language TEXT NOT NULL,
          segment TEXT NOT NULL,
          source_hash TEXT NOT NULL,
          fate TEXT NOT NULL,
          target TEXT,
          reason TEXT NOT NULL,
          confirmed INTEGER NOT NULL,
          PRIMARY KEY (document, segment)
        ) WITHOUT ROWID\
        """);
  }

  List<StoredOutcome> load(String document, String language) throws SQLException {
    List<StoredOutcome> outcomes = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT segment, source_hash, fate, target, reason, confirmed FROM outcome"
                + " WHERE document = ? AND language = ?")) {
      query.setString(1, document);
      query.setString(2, language);
      ResultSet rows = query.executeQuery();
      while (rows.next()) {
        outcomes.add(
            new StoredOutcome(
                new SegmentId(rows.getString(1)),
                rows.getString(2),
                Fate.valueOf(rows.getString(3)),
                Optional.ofNullable(rows.getString(4)),
                rows.getString(5),
                rows.getBoolean(6)));
      }
    }
    return outcomes;
  }

  /** Replaces the outcomes of a document; the caller commits. */
  void replace(String document, String language, Collection<StoredOutcome> outcomes)
      throws SQLException {
    try (PreparedStatement delete =
            connection.prepareStatement("DELETE FROM outcome WHERE document = ?");
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT OR REPLACE INTO outcome VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      delete.setString(1, document);
      delete.executeUpdate();
      for (StoredOutcome outcome : outcomes) {
        insert.setString(1, document);
        insert.setString(2, language);
        insert.setString(3, outcome.id().value());
        insert.setString(4, outcome.sourceHash());
        insert.setString(5, outcome.fate().name());
        insert.setString(6, outcome.target().orElse(null));
        insert.setString(7, outcome.reason());
        insert.setBoolean(8, outcome.confirmed());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Puts confirmed targets in the place of others; the caller commits. */
  void confirm(String document, Collection<ConfirmedTarget> targets) throws SQLException {
    try (PreparedStatement outcome =
            connection.prepareStatement(
                "UPDATE outcome SET target = ?, fate = 'TRANSLATED', reason = '', confirmed = 1"
                    + " WHERE document = ? AND segment = ? AND source_hash = ?");
        PreparedStatement segment =
            connection.prepareStatement(
                // No model is to look at it again.
                "UPDATE segment SET target = ?, fault = '', confidence = NULL, review = 'KEPT'"
                    + " WHERE document = ? AND segment = ? AND source_hash = ?")) {
      for (PreparedStatement update : List.of(outcome, segment)) {
        for (ConfirmedTarget target : targets) {
          update.setString(1, target.target());
          update.setString(2, document);
          update.setString(3, target.id().value());
          update.setString(4, target.sourceHash());
          update.addBatch();
        }
        update.executeBatch();
      }
    }
  }
}
