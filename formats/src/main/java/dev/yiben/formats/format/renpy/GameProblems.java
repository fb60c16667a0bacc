package dev.yiben.formats.format.renpy;

import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

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
    Supplier<Set<String>> ids = () -> ids(game, languages, options);
    KnownGame known = new KnownGame(game, GameUnits.find(game, ids));
    List<Problem> problems = new ArrayList<>();
    for (String name : languages) {
      TranslationChecks checks = new TranslationChecks(known, name);
      for (Path path : game.folder().translations(name)) {
        try {
          checks.check(path, TranslationFile.read(path, game.table(), options));
        } catch (DocumentException e) {
          RenpyCheck check = RenpyCheck.UNREADABLE;
          problems.add(new Problem(check.id(), check.severity(), path, 1, "", e.getMessage()));
        }
      }
      problems.addAll(checks.problems());
    }
    return List.copyOf(problems);
  }

  private static Set<String> ids(Game game, List<String> languages, FormatOptions options) {
    Set<String> ids = new HashSet<>();
    for (String name : languages) {
      for (Path path : game.folder().translations(name)) {
        try {
          Catalogue catalogue = TranslationFile.read(path, game.table(), options).catalogue();
          catalogue.blocks().forEach(block -> ids.add(block.id()));
        } catch (DocumentException unreadable) {
          // The checks tell of it.
        }
      }
    }
    return ids;
  }
}
