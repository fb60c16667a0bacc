package dev.yiben.pipeline.memory.exchange;

import dev.yiben.pipeline.memory.MemoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads LinguaGacha's project, {@code .lg}, an SQLite file.
 *
 * <p>It is read as a copy, since a file in write-ahead mode cannot be read without writing beside
 * it.
 */
final class LinguaGachaReader implements PairReader {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String MAGIC = "SQLite format 3";
  private static final int MOST_ITEM_CHARACTERS = 1 << 20;

  @Override
  public String name() {
    return "LinguaGacha project";
  }

  @Override
  public boolean matches(Path file, String head) {
    return head.startsWith(MAGIC);
  }

  @Override
  public void read(Path file, ForeignPair.Sink sink) throws IOException {
    Path folder = Files.createTempDirectory("yiben-lg");
    try {
      Path copy = folder.resolve("project.lg");
      Files.copy(file, copy);
      Path log = file.resolveSibling(file.getFileName() + "-wal");
      if (Files.isRegularFile(log)) {
        Files.copy(log, folder.resolve("project.lg-wal"));
      }
      readCopy(file, copy, sink);
    } finally {
      remove(folder);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private static void readCopy(Path file, Path copy, ForeignPair.Sink sink) {
    SQLiteConfig config = new SQLiteConfig();
    config.setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, "100000000");
    try (Connection connection = config.createConnection("jdbc:sqlite:" + copy);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA trusted_schema = OFF");
      if (!isTable(statement, "items")) {
        throw new MemoryException(file + ": no project of LinguaGacha: it has no items");
      }
      CachedItems items = new CachedItems(languages(statement), sink);
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT data FROM items WHERE length(data) <= "
                  + MOST_ITEM_CHARACTERS
                  + " ORDER BY id")) {
        while (rows.next()) {
          add(rows.getString(1), items, sink);
        }
      }
    } catch (SQLException e) {
      throw new MemoryException(
          file + ": cannot be read as a project of LinguaGacha: " + e.getMessage(), e);
    }
  }

  private static void add(String data, CachedItems items, ForeignPair.Sink sink) {
    try {
      items.addLinguaGacha(JSON.readTree(data));
    } catch (JacksonException e) {
      sink.leaveOut("broken item");
    }
  }

  private static boolean isTable(Statement statement, String name) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '" + name + "'")) {
      return rows.next();
    }
  }

  private static CachedItems.Languages languages(Statement statement) throws SQLException {
    return isTable(statement, "meta")
        ? new CachedItems.Languages(
            language(statement, "source_language"), language(statement, "target_language"))
        : CachedItems.Languages.UNKNOWN;
  }

  private static Optional<String> language(Statement statement, String key) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery("SELECT value FROM meta WHERE key = '" + key + "'")) {
      if (!rows.next()) {
        return Optional.empty();
      }
      JsonNode value = JSON.readTree(rows.getString(1));
      return value.isString()
          ? Optional.of(value.stringValue().toLowerCase(Locale.ROOT))
              .filter(tag -> tag.matches("[a-z]{2,3}(-[a-z0-9]{2,8})*"))
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
