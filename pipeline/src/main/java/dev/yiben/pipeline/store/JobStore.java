package dev.yiben.pipeline.store;

import dev.yiben.formats.document.SegmentId;
import dev.yiben.pipeline.JobException;
import dev.yiben.pipeline.Review;
import dev.yiben.pipeline.plan.SegmentKey;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.sqlite.SQLiteConfig;

/**
 * The finished segments of a job, in an SQLite file in the job's folder.
 *
 * <p>A call to {@link #save} is one transaction: after a crash its segments are all there or none
 * is. The folder is locked while the store is open, so that two runs of one job cannot mix. Methods
 * may be called by several threads.
 */
public final class JobStore implements AutoCloseable {
  /** Name of the store's file in a job's folder. */
  public static final String FILE = "job.sqlite";

  private static final int SCHEMA_VERSION = 2;

  private final FileChannel lockFile;
  private final Connection connection;

  private JobStore(FileChannel lockFile, Connection connection) {
    this.lockFile = lockFile;
    this.connection = connection;
  }

  /**
   * Opens the store of a job folder, which is made if it is not there.
   *
   * @throws JobException if the folder is in use or cannot be written
   */
  public static JobStore open(Path folder) {
    FileChannel lockFile = null;
    try {
      Files.createDirectories(folder);
      lockFile =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!lock(lockFile)) {
        throw new JobException(
            folder + ": the same job is running already; wait for it or choose another --job-dir");
      }
      return new JobStore(lockFile, connect(folder.resolve(FILE)));
    } catch (IOException | SQLException e) {
      closeQuietly(lockFile);
      throw new JobException(
          folder + ": the job folder cannot be used: " + e.getMessage() + "; choose --job-dir", e);
    } catch (JobException e) {
      closeQuietly(lockFile);
      throw e;
    }
  }

  private static boolean lock(FileChannel lockFile) throws IOException {
    try {
      FileLock lock = lockFile.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static void closeQuietly(FileChannel channel) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        // The exception that led here says more.
      }
    }
  }

  private static Connection connect(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    Connection connection = config.createConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      int version = statement.executeQuery("PRAGMA user_version").getInt(1);
      if (version > SCHEMA_VERSION) {
        throw new JobException(file + ": written by a newer version; choose another --job-dir");
      }
      statement.execute(
          """
          CREATE TABLE IF NOT EXISTS segment (
            document TEXT NOT NULL,
            segment TEXT NOT NULL,
            source_hash TEXT NOT NULL,
            settings_hash TEXT NOT NULL,
            target TEXT,
            fault TEXT NOT NULL,
            requests INTEGER NOT NULL,
            confidence REAL,
            review TEXT NOT NULL DEFAULT 'NONE',
            PRIMARY KEY (document, segment, source_hash, settings_hash)
          ) WITHOUT ROWID""");
      statement.execute(
          """
          CREATE TABLE IF NOT EXISTS output (
            path TEXT PRIMARY KEY,
            sha256 TEXT NOT NULL
          ) WITHOUT ROWID""");
      if (version == 1) {
        statement.execute("ALTER TABLE segment ADD COLUMN confidence REAL");
        statement.execute("ALTER TABLE segment ADD COLUMN review TEXT NOT NULL DEFAULT 'NONE'");
      }
      OutcomeTable.create(statement);
      statement.execute("PRAGMA user_version = " + SCHEMA_VERSION);
      return connection;
    } catch (SQLException | JobException e) {
      connection.close();
      throw e;
    }
  }

  /** Returns which segments of a document are finished. */
  public synchronized Set<SegmentKey> finished(String document) {
    Set<SegmentKey> keys = new HashSet<>();
    // Most have the same.
    Map<String, String> settings = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT segment, source_hash, settings_hash FROM segment WHERE document = ?")) {
      query.setString(1, document);
      ResultSet rows = query.executeQuery();
      while (rows.next()) {
        keys.add(
            new SegmentKey(
                new SegmentId(rows.getString(1)),
                rows.getString(2),
                settings.computeIfAbsent(rows.getString(3), hash -> hash)));
      }
      return keys;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Returns those of the segments of a document that are finished. */
  public synchronized List<StoredSegment> load(String document, Collection<SegmentKey> keys) {
    List<StoredSegment> stored = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT target, fault, requests, confidence, review FROM segment"
                + " WHERE document = ? AND segment = ? AND source_hash = ? AND settings_hash = ?")) {
      query.setString(1, document);
      for (SegmentKey key : keys) {
        query.setString(2, key.id().value());
        query.setString(3, key.sourceHash());
        query.setString(4, key.settingsHash());
        try (ResultSet rows = query.executeQuery()) {
          if (rows.next()) {
            stored.add(
                new StoredSegment(
                    key,
                    Optional.ofNullable(rows.getString(1)),
                    rows.getString(2),
                    rows.getInt(3),
                    confidence(rows),
                    Review.valueOf(rows.getString(5))));
          }
        }
      }
      return stored;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static OptionalDouble confidence(ResultSet rows) throws SQLException {
    double confidence = rows.getDouble(4);
    return rows.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(confidence);
  }

  /** Stores finished segments of a document, all or none. */
  public synchronized void save(String document, Collection<StoredSegment> segments) {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO segment VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      connection.setAutoCommit(false);
      for (StoredSegment segment : segments) {
        upsert.setString(1, document);
        upsert.setString(2, segment.key().id().value());
        upsert.setString(3, segment.key().sourceHash());
        upsert.setString(4, segment.key().settingsHash());
        upsert.setString(5, segment.target().orElse(null));
        upsert.setString(6, segment.fault());
        upsert.setInt(7, segment.requests());
        if (segment.confidence().isPresent()) {
          upsert.setDouble(8, segment.confidence().getAsDouble());
        } else {
          upsert.setNull(8, Types.REAL);
        }
        upsert.setString(9, segment.review().name());
        upsert.addBatch();
      }
      upsert.executeBatch();
      connection.commit();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /**
   * Returns what the last run has made of the segments of a document; nothing if there is none.
   *
   * @param language of the targets, as a BCP 47 tag
   */
  public synchronized List<StoredOutcome> outcomes(String document, String language) {
    try {
      return new OutcomeTable(connection).load(document, language);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Stores what a run has made of the segments of a document, in place of what is there. */
  public synchronized void saveOutcomes(
      String document, String language, Collection<StoredOutcome> outcomes) {
    inTransaction(table -> table.replace(document, language, outcomes));
  }

  /**
   * Puts targets that a person stands for in the place of those that the job has, so that the next
   * run takes them; segments that the job has not are left out.
   */
  public synchronized void confirm(String document, Collection<ConfirmedTarget> targets) {
    inTransaction(table -> table.confirm(document, targets));
  }

  private void inTransaction(Change change) {
    try {
      connection.setAutoCommit(false);
      try {
        change.apply(new OutcomeTable(connection));
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** A change of the outcomes. */
  private interface Change {
    void apply(OutcomeTable table) throws SQLException;
  }

  /** Returns the SHA-256 of what this job has written to a path, in hexadecimal. */
  public synchronized Optional<String> writtenOutput(Path path) {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT sha256 FROM output WHERE path = ?")) {
      query.setString(1, key(path));
      ResultSet rows = query.executeQuery();
      return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Stores what this job is about to write to a path. */
  public synchronized void saveOutput(Path path, String sha256) {
    try (PreparedStatement upsert =
        connection.prepareStatement("INSERT OR REPLACE INTO output VALUES (?, ?)")) {
      upsert.setString(1, key(path));
      upsert.setString(2, sha256);
      upsert.executeUpdate();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static String key(Path path) {
    return path.toAbsolutePath().normalize().toString();
  }

  /** Forgets all segments; what was written is still known. */
  public synchronized void clear() {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM segment");
      statement.executeUpdate("DELETE FROM outcome");
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static JobException failure(SQLException e) {
    return new JobException("The job's store failed: " + e.getMessage(), e);
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
      lockFile.close();
    } catch (SQLException | IOException e) {
      throw new JobException("The job's store could not be closed: " + e.getMessage(), e);
    }
  }
}
