package dev.yiben.pipeline.memory;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * Sources with their translations from one language into another, in an SQLite file.
 *
 * <p>Several processes may use a file at once. A call to {@link #add} is one transaction, with a
 * revision of its own: readers who name an earlier revision do not see what came or changed since.
 * Of more than {@value #MOST_UNITS} units those go that were used longest ago, and confirmed ones
 * last. Methods may be called by several threads.
 */
public final class TranslationMemory implements AutoCloseable {
  /** The most characters of a source or target that is kept: longer ones hardly come again. */
  public static final int MOST_CHARACTERS = 20_000;

  private static final int MOST_UNITS = 1_000_000;
  private static final int MOST_OF_A_SOURCE = 200;
  private static final String UNITS =
      "SELECT source.text, unit.* FROM unit JOIN source ON source.id = unit.source ";

  private final Path file;
  private final Connection connection;
  private final MemoryLanguages languages;
  private final int mostUnits;

  private TranslationMemory(
      Path file, Connection connection, MemoryLanguages languages, int mostUnits) {
    this.file = file;
    this.connection = connection;
    this.languages = languages;
    this.mostUnits = mostUnits;
  }

  /**
   * Opens the memory in a file, which is made if it is not there.
   *
   * @throws MemoryException if the file cannot be used, is none, or is of other languages
   */
  public static TranslationMemory open(Path file, MemoryLanguages languages) {
    return open(file, languages, MOST_UNITS);
  }

  static TranslationMemory open(Path file, MemoryLanguages languages, int mostUnits) {
    try {
      Connection connection = MemorySchema.open(file, languages);
      TranslationMemory memory =
          new TranslationMemory(file, connection, MemorySchema.languages(connection), mostUnits);
      try {
        memory.require(languages);
        return memory;
      } catch (MemoryException e) {
        connection.close();
        throw e;
      }
    } catch (IOException | SQLException e) {
      throw unusable(file, e);
    }
  }

  /**
   * Opens the memory in a file that is there, for reading.
   *
   * @throws MemoryException if the file cannot be read or is none
   */
  public static TranslationMemory openReadOnly(Path file) {
    try {
      Connection connection = MemorySchema.openReadOnly(file);
      return new TranslationMemory(
          file, connection, MemorySchema.languages(connection), MOST_UNITS);
    } catch (SQLException e) {
      throw unusable(file, e);
    }
  }

  private static MemoryException unusable(Path file, Exception e) {
    return new MemoryException(
        file
            + ": the translation memory cannot be used ("
            + e.getMessage()
            + "); choose another --tm, or --no-tm",
        e);
  }

  /** Returns the file. */
  public Path file() {
    return file;
  }

  /** Returns from which language into which. */
  public MemoryLanguages languages() {
    return languages;
  }

  /**
   * Requires that this is a memory of these languages.
   *
   * @throws MemoryException if not
   */
  void require(MemoryLanguages wanted) {
    if (!languages.equals(wanted)) {
      throw new MemoryException(
          file
              + ": is a memory of "
              + languages
              + ", not "
              + wanted
              + "; choose another --tm, or a folder, which has a file for each");
    }
  }

  /** Returns the revisions, which grow with each change. */
  synchronized Revisions revisions() {
    try {
      return new Revisions(number("revision"), number("people-revision"));
    } catch (SQLException e) {
      throw unusable(file, e);
    }
  }

  private long number(String property) throws SQLException {
    String text = MemorySchema.property(connection, property);
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
  }

  /**
   * Adds units, all or none.
   *
   * <p>A unit replaces one of the same source in the same context that was made the same way; one
   * without a context is kept beside others of its source, each target once.
   */
  public synchronized void add(Collection<MemoryUnit> units) {
    write(
        () -> {
          long revision = number("revision") + 1;
          setNumber("revision", revision);
          try (UnitWriter writer = new UnitWriter(connection, revision)) {
            for (MemoryUnit unit : units) {
              if (Math.max(unit.source().length(), unit.target().length()) <= MOST_CHARACTERS
                  && writer.add(unit)
                  && unit.made().origin() != Origin.TRANSLATED) {
                setNumber("people-revision", revision);
              }
            }
          }
          UnitRemover.keep(connection, mostUnits);
        });
  }

  /** Removes the units that fit, and returns how many. */
  public synchronized long remove(UnitFilter filter) {
    long[] removed = {0};
    write(
        () -> {
          long revision = number("revision") + 1;
          setNumber("revision", revision);
          if (UnitRemover.hasAnyOfPeople(connection, filter)) {
            setNumber("people-revision", revision);
          }
          removed[0] = UnitRemover.remove(connection, filter);
        });
    return removed[0];
  }

  private void setNumber(String property, long number) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE property SET value = ? WHERE name = ?")) {
      update.setString(1, Long.toString(number));
      update.setString(2, property);
      update.executeUpdate();
    }
  }

  /** Changes of the tables. */
  @FunctionalInterface
  private interface Changes {
    void make() throws SQLException;
  }

  private void write(Changes changes) {
    try {
      connection.setAutoCommit(false);
      try {
        changes.make();
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw unusable(file, e);
    }
  }

  /** Returns the units of a source, the newest first. */
  public List<MemoryUnit> exact(String source) {
    return exact(source, Revisions.LATEST);
  }

  /** Returns the units of a source that count at these revisions, the newest first. */
  synchronized List<MemoryUnit> exact(String source, Revisions revisions) {
    List<MemoryUnit> units = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            UNITS
                + "WHERE source.text = ? AND unit.revision <= iif(origin = 'TRANSLATED', ?, ?)"
                + " ORDER BY unit.id DESC LIMIT "
                + MOST_OF_A_SOURCE)) {
      query.setString(1, source);
      query.setLong(2, revisions.made());
      query.setLong(3, revisions.byPeople());
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          units.add(UnitRow.read(rows));
        }
      }
      return units;
    } catch (SQLException e) {
      throw unusable(file, e);
    }
  }

  /** Returns sources that share pieces with a text, those that share most first. */
  synchronized List<String> candidates(String text, int most) {
    String pieces = Pieces.query(text);
    if (pieces.isEmpty()) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT source.text FROM (SELECT rowid AS id, rank AS likeness FROM source_text"
                + " WHERE source_text MATCH ? ORDER BY rank, rowid LIMIT ?) AS hit"
                + " JOIN source ON source.id = hit.id ORDER BY hit.likeness, hit.id")) {
      query.setString(1, pieces);
      query.setInt(2, most);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    } catch (SQLException e) {
      throw unusable(file, e);
    }
  }

  /** Passes on the units that fit, in the order in which they came, and no more than so many. */
  public synchronized void forEach(UnitFilter filter, long most, Consumer<MemoryUnit> use) {
    try (PreparedStatement query =
        connection.prepareStatement(UNITS + filter.where() + " ORDER BY unit.id LIMIT ?")) {
      query.setLong(filter.bind(query), most);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          use.accept(UnitRow.read(rows));
        }
      }
    } catch (SQLException e) {
      throw unusable(file, e);
    }
  }

  /** Returns how many units there are, by where they come from. */
  public synchronized MemorySummary summary() {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT origin, model, confirmed, count(*), max(created), max(used) FROM unit"
                    + " GROUP BY origin, model, confirmed ORDER BY count(*) DESC, origin, model")) {
      List<MemorySummary.Group> groups = new ArrayList<>();
      while (rows.next()) {
        groups.add(
            new MemorySummary.Group(
                UnitRow.origin(rows.getString(1)),
                rows.getString(2),
                rows.getBoolean(3),
                rows.getLong(4),
                UnitRow.instant(rows.getLong(5)),
                UnitRow.instant(rows.getLong(6))));
      }
      return new MemorySummary(groups);
    } catch (SQLException e) {
      throw unusable(file, e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw unusable(file, e);
    }
  }
}
