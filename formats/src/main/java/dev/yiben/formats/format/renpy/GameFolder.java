package dev.yiben.formats.format.renpy;

import dev.yiben.formats.format.DocumentException;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder that a game's scripts are in, mostly named {@code game}.
 *
 * @param path the folder
 * @param levels how many levels of folders in it are the game's
 */
record GameFolder(Path path, int levels) {
  /** The folder of translations in it. */
  static final String TRANSLATIONS = "tl";

  private static final int MOST_LEVELS = 50;
  private static final int MOST_ENTRIES = 500_000;
  private static final int MOST_SCRIPTS = 20_000;

  private static final Set<String> USUAL = Set.of("script.rpy", "options.rpy", TRANSLATIONS);

  /** Creates a folder with all folders in it. */
  GameFolder(Path path) {
    this(path, MOST_LEVELS);
  }

  /**
   * Returns the folder that a game's scripts are in.
   *
   * @param folder a game, its {@code game} folder or another folder with the usual scripts
   * @throws DocumentException if the scripts are all compiled or packed
   */
  static Optional<GameFolder> in(Path folder) {
    Path game = folder.resolve("game");
    return Optional.of(new GameFolder(Files.isDirectory(game) ? game : folder))
        .filter(found -> found.name().equals("game") || found.isUsual())
        .filter(GameFolder::hasScripts);
  }

  /** Returns the folder that a script belongs to; without a game, that is the one around it. */
  static GameFolder around(Path script) {
    Path folder = script.getParent();
    while (folder != null) {
      GameFolder found = new GameFolder(folder);
      if (found.name().equals("game") && found.isUsual()) {
        return found;
      }
      folder = folder.getParent();
    }
    return new GameFolder(script.getParent(), 1);
  }

  private boolean isUsual() {
    return USUAL.stream().anyMatch(name -> Files.exists(path.resolve(name)));
  }

  /** Returns the name of the folder. */
  String name() {
    return String.valueOf(path.toAbsolutePath().normalize().getFileName());
  }

  /** Returns whether a file is a script, by its name. */
  static boolean isScript(Path file) {
    String name = name(file);
    return name.endsWith(".rpy") || name.endsWith(".rpym");
  }

  private static boolean isPacked(Path file) {
    String name = name(file);
    return name.endsWith(".rpyc") || name.endsWith(".rpymc") || name.endsWith(".rpa");
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
  }

  /**
   * Returns whether there are scripts.
   *
   * @throws DocumentException if there are only compiled or packed ones
   */
  private boolean hasScripts() {
    if (!scripts().isEmpty() || Files.isDirectory(path.resolve(TRANSLATIONS))) {
      return true;
    }
    if (files(path, levels, GameFolder::isPacked).isEmpty()) {
      return false;
    }
    throw new DocumentException(
        path,
        "the game's scripts are compiled (.rpyc) or packed (.rpa); get its .rpy files out of them"
            + " first, for example with rpatool and unrpyc");
  }

  /** Returns the scripts of the game itself, in the order in which the engine loads them. */
  List<Path> scripts() {
    return own(GameFolder::isScript);
  }

  /** Returns the files of Python that the engine reads as scripts. */
  List<Path> pythonScripts() {
    return own(file -> name(file).endsWith("_ren.py"));
  }

  private List<Path> own(Choice choice) {
    Path translations = path.resolve(TRANSLATIONS);
    Path cache = path.resolve("cache");
    return files(
        path,
        levels,
        file -> choice.takes(file) && !file.startsWith(translations) && !file.startsWith(cache));
  }

  /** Returns the scripts of the engine's library, if the game comes with them. */
  List<Path> library() {
    Path library = libraryFolder();
    return Files.isDirectory(library)
        ? files(library, MOST_LEVELS, GameFolder::isScript)
        : List.of();
  }

  /** Returns where the engine's library is if the game comes with it. */
  Path libraryFolder() {
    return base().resolve("renpy").resolve("common");
  }

  /** Returns the folder that the game's folder is in. */
  Path base() {
    Path base = path.toAbsolutePath().normalize().getParent();
    return base == null ? path : base;
  }

  /** Returns the folder of the translations into a language. */
  Path translationFolder(String language) {
    return path.resolve(TRANSLATIONS).resolve(language);
  }

  /** Returns the scripts in the folder of the translations into a language. */
  List<Path> translations(String language) {
    Path folder = translationFolder(language);
    return Files.isDirectory(folder) ? files(folder, MOST_LEVELS, GameFolder::isScript) : List.of();
  }

  /** Returns whether there are scripts in a folder. */
  static boolean hasScripts(Path folder) {
    return !files(folder, MOST_LEVELS, GameFolder::isScript).isEmpty();
  }

  /** Returns the names of the folders of translations, sorted. */
  List<String> languages() {
    try (Stream<Path> folders = Files.list(path.resolve(TRANSLATIONS))) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .filter(name -> !name.equals("None") && !name.startsWith("."))
          .sorted()
          .limit(MOST_SCRIPTS)
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** What to look for. */
  private interface Choice {
    boolean takes(Path file);
  }

  private static List<Path> files(Path folder, int levels, Choice choice) {
    List<Path> found = new ArrayList<>();
    int[] seen = {0};
    SimpleFileVisitor<Path> visitor =
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
            boolean hidden = !visited.equals(folder) && name(visited).startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            seen[0]++;
            if (attributes.isRegularFile() && !name(file).startsWith(".") && choice.takes(file)) {
              found.add(file);
            }
            boolean more = seen[0] < MOST_ENTRIES && found.size() <= MOST_SCRIPTS;
            return more ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }
        };
    try {
      Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), levels, visitor);
    } catch (IOException e) {
      throw DocumentException.unreadable(folder, e);
    }
    if (found.size() > MOST_SCRIPTS || seen[0] >= MOST_ENTRIES) {
      throw new DocumentException(
          folder,
          "more than %d scripts or %d files; give the folder of one game"
              .formatted(MOST_SCRIPTS, MOST_ENTRIES));
    }
    found.sort(Comparator.comparing(file -> loadOrder(folder, file)));
    return found;
  }

  private static String loadOrder(Path folder, Path file) {
    String name = relative(folder, file);
    return name.substring(0, name.lastIndexOf('.'));
  }

  /** Returns a path in a folder with slashes. */
  static String relative(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }
}
