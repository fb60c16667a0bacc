package dev.yiben.formats.format.renpy;

import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds out which game, and which part of it, a path is. */
final class ProjectFinder {
  private static final String GAME = "game";

  private ProjectFinder() {}

  /**
   * Returns the game that a path is or is part of: a game, its folder of scripts, a folder of
   * translations into one language, or a script.
   *
   * @throws dev.yiben.formats.format.DocumentException if there is one that cannot be read
   */
  static Optional<Project> find(Path given, FormatOptions options) {
    Path path = given.toAbsolutePath().normalize();
    Optional<Path> translations = translations(path);
    if (Files.isDirectory(path)) {
      if (translations.isPresent() && GameFolder.hasScripts(path)) {
        return Optional.of(part(translations.get(), path, options));
      }
      return GameFolder.in(path).map(folder -> project(folder, options, RenpyProject.Choice.ALL));
    }
    if (!Files.isRegularFile(path) || !GameFolder.isScript(path)) {
      return Optional.empty();
    }
    if (translations.isPresent()) {
      return Optional.of(part(translations.get(), path, options));
    }
    GameFolder folder = GameFolder.around(path);
    return Optional.of(project(folder, options, (source, target) -> source.equals(path)));
  }

  /** Returns the folder of translations into one language that a path is or is in. */
  private static Optional<Path> translations(Path path) {
    Path folder = path;
    while (folder != null && folder.getParent() != null) {
      // The folder named tl is one that games are kept in, not one of a game.
      if (folder.endsWith(GAME) || Files.isDirectory(folder.resolve(GAME))) {
        return Optional.empty();
      }
      Path parent = folder.getParent().getFileName();
      if (parent != null
          && parent.toString().equals(GameFolder.TRANSLATIONS)
          && Files.isDirectory(folder)) {
        return Optional.of(folder);
      }
      folder = folder.getParent();
    }
    return Optional.empty();
  }

  private static Project part(Path translations, Path path, FormatOptions options) {
    if (translations.endsWith("None")) {
      throw new DocumentException(
          path, "tl/None is the game's own language; give the game, or the folder of a language");
    }
    GameFolder folder = new GameFolder(translations.getParent().getParent());
    return new RenpyProject(
        Game.read(folder, options),
        Optional.of(translations.getFileName().toString()),
        options,
        (source, target) -> folder.path().resolve(target).startsWith(path));
  }

  private static Project project(
      GameFolder folder, FormatOptions options, RenpyProject.Choice choice) {
    Optional<String> named = options.translationFolder();
    Optional<String> language =
        named.isPresent()
            ? named
            : options.targetLanguage().map(tag -> LanguageFolders.choose(tag, folder.languages()));
    return new RenpyProject(Game.read(folder, options), language, options, choice);
  }
}
