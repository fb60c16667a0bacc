package dev.yiben.pipeline.memory;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sqlite.SQLiteConfig;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a job has got from memories, in an SQLite file in its folder, so that a run that is resumed
 * gets the same, whatever has been added or removed since. The job's lock must be held.
 */
final class JobMatches implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path file;
  private final Connection connection;

  private JobMatches(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  static JobMatches open(Path jobFolder) {
    Path file = jobFolder.resolve("memory.sqlite");
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    Connection connection = null;
    try {
      connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "CREATE TABLE IF NOT EXISTS revisions"
                + " (memory TEXT PRIMARY KEY, made INTEGER NOT NULL, people INTEGER NOT NULL)");
        statement.execute(
            "CREATE TABLE IF NOT EXISTS document"
                + " (document TEXT PRIMARY KEY, fingerprint TEXT NOT NULL)");
        statement.execute(
            "CREATE TABLE IF NOT EXISTS match (document TEXT NOT NULL, segment INTEGER NOT NULL,"
                + " content TEXT NOT NULL, PRIMARY KEY (document, segment)) WITHOUT ROWID");
      }
      return new JobMatches(file, connection);
    } catch (SQLException e) {
      MemoryException failure = unusable(file, e);
      closeQuietly(connection, failure);
      throw failure;
    }
  }

  private static void closeQuietly(Connection connection, MemoryException failure) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        failure.addSuppressed(e);
      }
    }
  }

  private static MemoryException unusable(Path file, SQLException e) {
    return new MemoryException(
        file + ": cannot be used (" + e.getMessage() + "); choose another --job-dir", e);
  }

  /**
   * Returns the revisions of a memory at which the job was begun, if it has not come to its end.
   */
  Optional<Revisions> revisions(Path memory) {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT made, people FROM revisions WHERE memory = ?")) {
      query.setString(1, memory.toString());
      try (ResultSet rows = query.executeQuery()) {
        return rows.next()
            ? Optional.of(new Revisions(rows.getLong(1), rows.getLong(2)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw unusable(file, e);
    }
  }

  void save(Path memory, Revisions revisions) {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT OR REPLACE INTO revisions VALUES (?, ?, ?)")) {
      insert.setString(1, memory.toString());
      insert.setLong(2, revisions.made());
      insert.setLong(3, revisions.byPeople());
      insert.executeUpdate();
    } catch (SQLException e) {
      throw unusable(file, e);
    }
  }

  /**
   * Returns what was found for a document, if it was looked for.
   *
   * @param fingerprint of its segments and of all else that decides what is found
   */
  Optional<Map<Integer, UnitMatch>> load(String document, String fingerprint) {
    try (PreparedStatement known =
            connection.prepareStatement("SELECT fingerprint FROM document WHERE document = ?");
        PreparedStatement query =
            connection.prepareStatement("SELECT segment, content FROM match WHERE document = ?")) {
      known.setString(1, document);
      try (ResultSet rows = known.executeQuery()) {
        if (!rows.next() || !rows.getString(1).equals(fingerprint)) {
          return Optional.empty();
        }
      }
      query.setString(1, document);
      Map<Integer, UnitMatch> matches = new TreeMap<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          matches.put(rows.getInt(1), JSON.readValue(rows.getString(2), UnitMatch.class));
        }
      }
      return Optional.of(matches);
    } catch (SQLException e) {
      throw unusable(file, e);
    }
  }

  void save(String document, String fingerprint, Map<Integer, UnitMatch> matches) {
    try (PreparedStatement delete =
            connection.prepareStatement("DELETE FROM match WHERE document = ?");
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO match VALUES (?, ?, ?)");
        PreparedStatement known =
            connection.prepareStatement("INSERT OR REPLACE INTO document VALUES (?, ?)")) {
      connection.setAutoCommit(false);
      delete.setString(1, document);
      delete.executeUpdate();
      for (Map.Entry<Integer, UnitMatch> match : matches.entrySet()) {
        insert.setString(1, document);
        insert.setInt(2, match.getKey());
        insert.setString(3, JSON.writeValueAsString(match.getValue()));
        insert.addBatch();
      }
      insert.executeBatch();
      known.setString(1, document);
      known.setString(2, fingerprint);
      known.executeUpdate();
      connection.commit();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw unusable(file, e);
    }
  }

  /** Forgets at which revisions the job was begun: the next run begins anew. */
  void end() {
    clear("revisions");
  }

  /** Forgets everything. */
  void clear() {
    clear("revisions");
    clear("document");
    clear("match");
  }

  private void clear(String table) {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM " + table);
    } catch (SQLException e) {
      throw unusable(file, e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw unusable(file, e);
    }
  }
}
