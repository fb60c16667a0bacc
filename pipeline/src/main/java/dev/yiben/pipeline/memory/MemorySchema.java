package dev.yiben.pipeline.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;

/** The tables of a memory's file. */
final class MemorySchema {
  private static final int VERSION = 1;

  /** "YiTM", so that no other program's file is taken for a memory. */
  private static final int APPLICATION = 0x5969544D;

  private static final int PATIENCE_MILLIS = 60_000;

  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE property (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
          "CREATE TABLE source (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)",
          """
          CREATE TABLE unit (
            id INTEGER PRIMARY KEY,
            source INTEGER NOT NULL REFERENCES source,
            target TEXT NOT NULL,
            document TEXT NOT NULL,
            segment TEXT NOT NULL,
            role TEXT NOT NULL,
            before TEXT NOT NULL,
            after TEXT NOT NULL,
            origin TEXT NOT NULL,
            confirmed INTEGER NOT NULL,
            model TEXT NOT NULL,
            recipe TEXT NOT NULL,
            findings TEXT NOT NULL,
            created INTEGER NOT NULL,
            used INTEGER NOT NULL,
            revision INTEGER NOT NULL
          )""",
          "CREATE INDEX unit_source ON unit (source)",
          "CREATE INDEX unit_age ON unit (confirmed, used, id)",
          "CREATE VIRTUAL TABLE source_text USING fts5 (text, content='', contentless_delete=1,"
              + " tokenize='trigram')");

  private MemorySchema() {}

  /**
   * Opens a file, which is made if it is not there.
   *
   * @throws MemoryException if it is no memory
   */
  static Connection open(Path file, MemoryLanguages languages) throws SQLException, IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Connection connection = configuration(false).createConnection(url(file));
    try {
      connection.setAutoCommit(false);
      if (number(connection, "PRAGMA application_id") != APPLICATION) {
        create(connection, file, languages);
      }
      requireVersion(connection, file);
      connection.commit();
      connection.setAutoCommit(true);
      return connection;
    } catch (SQLException | MemoryException e) {
      connection.close();
      throw e;
    }
  }

  /** Opens a file that is there, for reading. */
  static Connection openReadOnly(Path file) throws SQLException {
    Connection connection = configuration(true).createConnection(url(file));
    try {
      if (number(connection, "PRAGMA application_id") != APPLICATION) {
        throw foreign(file);
      }
      requireVersion(connection, file);
      return connection;
    } catch (SQLException | MemoryException e) {
      connection.close();
      throw e;
    }
  }

  private static String url(Path file) {
    return "jdbc:sqlite:" + file.toAbsolutePath();
  }

  private static SQLiteConfig configuration(boolean readOnly) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(PATIENCE_MILLIS);
    config.setReadOnly(readOnly);
    if (!readOnly) {
      config.setJournalMode(SQLiteConfig.JournalMode.WAL);
      // After a power cut the last additions may be missing, and nothing is broken.
      config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
      // Two runs that both read before they write would each wait for the other.
      config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    }
    return config;
  }

  private static void create(Connection connection, Path file, MemoryLanguages languages)
      throws SQLException {
    if (number(connection, "SELECT count(*) FROM sqlite_master") > 0) {
      throw foreign(file);
    }
    try (Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        statement.execute(table);
      }
      statement.execute("PRAGMA application_id = " + APPLICATION);
      statement.execute("PRAGMA user_version = " + VERSION);
    }
    try (PreparedStatement property =
        connection.prepareStatement("INSERT INTO property VALUES (?, ?)")) {
      String[][] properties = {
        {"source-language", languages.source()},
        {"target-language", languages.target()},
        {"revision", "0"},
        {"people-revision", "0"}
      };
      for (String[] entry : properties) {
        property.setString(1, entry[0]);
        property.setString(2, entry[1]);
        property.executeUpdate();
      }
    }
  }

  private static MemoryException foreign(Path file) {
    return new MemoryException(
        file + ": is no translation memory of this program; choose another --tm");
  }

  private static void requireVersion(Connection connection, Path file) throws SQLException {
    if (number(connection, "PRAGMA user_version") > VERSION) {
      throw new MemoryException(
          file + ": written by a newer version; choose another --tm, or --no-tm");
    }
  }

  static MemoryLanguages languages(Connection connection) throws SQLException {
    return new MemoryLanguages(
        property(connection, "source-language"), property(connection, "target-language"));
  }

  static String property(Connection connection, String name) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT value FROM property WHERE name = ?")) {
      query.setString(1, name);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? rows.getString(1) : "";
      }
    }
  }

  private static int number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.getInt(1);
    }
  }
}
