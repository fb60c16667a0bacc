package dev.yiben.formats.format.renpy;

import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.FormatOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The scripts of a game as they were read.
 *
 * @param folder the folder of the scripts
 * @param table the statements that they may use
 * @param scripts the scripts in the order in which the engine loads them
 * @param library the scripts of the engine's library, if the game comes with them
 */
record Game(
    GameFolder folder, StatementTable table, List<ReadScript> scripts, List<Script> library) {
  private static final long MOST_BYTES = 512L << 20;
  private static final Pattern MODULE =
      Pattern.compile("\\b(?:load|include)_module\\s*\\(\\s*[\"']([^\"']+)[\"']");

  Game {
    scripts = List.copyOf(scripts);
    library = List.copyOf(library);
  }

  /**
   * Reads the scripts of a folder.
   *
   * @throws DocumentException if one of them cannot be read, or they are too large
   */
  static Game read(GameFolder folder, FormatOptions options) {
    List<Script> files = new ArrayList<>();
    bound(folder);
    for (Path file : folder.scripts()) {
      String relative = GameFolder.relative(folder.path(), file);
      files.add(Script.read(file, folder.name() + "/" + relative, relative, false, options));
    }
    List<Script> library = new ArrayList<>();
    for (Path file : folder.library()) {
      String relative = GameFolder.relative(folder.libraryFolder(), file);
      library.add(Script.read(file, "renpy/common/" + relative, relative, true, options));
    }
    StatementTable table = new StatementTable();
    files.forEach(script -> table.addRegistered(script.lines()));
    List<ReadScript> scripts = new ArrayList<>();
    for (Script script : files) {
      List<ScriptProblem> problems = new ArrayList<>(script.problems());
      List<Statement> statements = ScriptReader.read(script.lines(), table, problems::add);
      scripts.add(new ReadScript(script, statements, problems));
    }
    for (Path file : folder.pythonScripts()) {
      String relative = GameFolder.relative(folder.path(), file);
      Script script = Script.read(file, folder.name() + "/" + relative, relative, false, options);
      scripts.add(new ReadScript(script, List.of(), List.of()));
    }
    return new Game(folder, table, scripts, library);
  }

  private static void bound(GameFolder folder) {
    long bytes = 0;
    for (Path file : folder.scripts()) {
      bytes += file.toFile().length();
    }
    if (bytes > MOST_BYTES) {
      throw new DocumentException(
          folder.path(), "over %d MiB of scripts; give one script".formatted(MOST_BYTES >> 20));
    }
  }

  /**
   * Returns the scripts whose dialogue can be reached: all but modules that no script loads by
   * their name.
   */
  List<ReadScript> played() {
    Set<String> modules = new HashSet<>();
    matches("_module", MODULE).forEach(matcher -> modules.add(matcher.group(1)));
    return scripts.stream()
        .filter(
            read -> {
              String name = read.script().relative();
              return !name.endsWith(".rpym")
                  || modules.contains(name.substring(0, name.lastIndexOf('.')));
            })
        .toList();
  }

  /** Returns what the scripts set a switch of the engine's configuration to, if they do so. */
  Optional<Boolean> setting(String name) {
    Pattern assignment =
        Pattern.compile("\\bconfig\\." + Pattern.quote(name) + "\\s*=\\s*(True|False)\\b");
    List<MatchResult> set = matches(name, assignment);
    return set.isEmpty()
        ? Optional.empty()
        : Optional.of(set.get(set.size() - 1).group(1).equals("True"));
  }

  /** Returns whether a pattern is found in a line that contains a word. */
  boolean mentions(String word, Pattern pattern) {
    return !matches(word, pattern).isEmpty();
  }

  /** Returns what is found in the lines that contain a word. */
  private List<MatchResult> matches(String word, Pattern pattern) {
    List<MatchResult> found = new ArrayList<>();
    scripts.forEach(read -> addMatches(word, pattern, read.script().lines(), found));
    return found;
  }

  private static void addMatches(
      String word, Pattern pattern, List<LogicalLine> lines, List<MatchResult> found) {
    for (LogicalLine line : lines) {
      if (line.text().contains(word)) {
        pattern.matcher(line.text()).results().forEach(found::add);
      }
      addMatches(word, pattern, line.block(), found);
    }
  }
}
