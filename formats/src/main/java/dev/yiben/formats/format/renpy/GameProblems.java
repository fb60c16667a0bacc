package dev.yiben.formats.format.renpy;

import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what is wrong with the translations that a game has. */
final class GameProblems {
  private GameProblems() {}

  /**
   * Returns what is wrong, by language, file and line.
   *
   * @param language name of the only language to look at
   */
  static List<Problem> find(Game game, Optional<String> language, FormatOptions options) {
    List<String> languages = language.map(List::of).orElseGet(() -> game.folder().languages());
    Map<String, Map<Path, TranslationFile>> files = new LinkedHashMap<>();
    Set<String> ids = new HashSet<>();
    List<Problem> problems = new ArrayList<>();
    for (String name : languages) {
      Map<Path, TranslationFile> translations = new LinkedHashMap<>();
      for (Path path : game.folder().translations(name)) {
        try {
          TranslationFile file = TranslationFile.read(path, game.table(), options);
          file.catalogue().blocks().forEach(block -> ids.add(block.id()));
          translations.put(path, file);
        } catch (DocumentException e) {
          RenpyCheck check = RenpyCheck.UNREADABLE;
          problems.add(new Problem(check.id(), check.severity(), path, 1, "", e.getMessage()));
        }
      }
      files.put(name, translations);
    }
    KnownGame known = new KnownGame(game, GameUnits.find(game, () -> ids));
    files.forEach(
        (name, translations) -> {
          TranslationChecks checks = new TranslationChecks(known, name);
          translations.forEach(checks::check);
          problems.addAll(checks.problems());
        });
    return List.copyOf(problems);
  }
}
