package dev.yiben.formats.format.renpy;

import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.Problem;
import dev.yiben.formats.format.Project;
import dev.yiben.formats.format.ProjectFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A game, whose translation is a file for each of its scripts. */
final class RenpyProject implements Project {
  private static final int MOST_NOTICES = 10;

  // The folder of all translations, and that of a language.
  private static final int LEVELS = 2;

  private final Game game;
  private final Optional<String> language;
  private final FormatOptions options;
  private final Choice choice;
  private final List<String> notices = new ArrayList<>();

  /** Which files of a project are meant. */
  interface Choice {
    /** All files. */
    Choice ALL = (source, target) -> true;

    /**
     * Returns whether a file is meant.
     *
     * @param source what it is made from
     * @param target where it belongs
     */
    boolean takes(Path source, Path target);
  }

  /**
   * Creates a project.
   *
   * @param language name of the folder of translations; empty if only problems are asked for
   * @param choice which files are meant
   */
  RenpyProject(Game game, Optional<String> language, FormatOptions options, Choice choice) {
    this.game = game;
    this.language = language;
    this.options = options;
    this.choice = choice;
    addScriptProblems();
    if (game.library().isEmpty() && !game.scripts().isEmpty() && choice == Choice.ALL) {
      notices.add(
          "the engine's own menus are not translated, since its scripts (renpy/common) are not"
              + " beside the game");
    }
    if (language.isPresent() && options.targetLanguage().isPresent() && choice == Choice.ALL) {
      FontAdvice.of(game, language.get(), options.targetLanguage().get()).ifPresent(notices::add);
    }
  }

  private void addScriptProblems() {
    int count = 0;
    for (ReadScript read : game.scripts()) {
      for (ScriptProblem problem : read.problems()) {
        count++;
        if (count <= MOST_NOTICES) {
          notices.add(
              "%s: line %d: %s".formatted(read.script().name(), problem.line(), problem.message()));
        }
      }
    }
    if (count > MOST_NOTICES) {
      notices.add("%d more lines that cannot be read".formatted(count - MOST_NOTICES));
    }
  }

  @Override
  public Path folder() {
    return game.folder().path();
  }

  @Override
  public List<ProjectFile> files() {
    return language.map(name -> GameFiles.find(game, name, options)).orElse(List.of()).stream()
        .filter(file -> choice.takes(file.source(), file.target()))
        .toList();
  }

  @Override
  public List<String> notices() {
    return List.copyOf(notices);
  }

  @Override
  public boolean hasTranslation() {
    return language.map(List::of).orElseGet(() -> game.folder().languages()).stream()
        .flatMap(name -> game.folder().translations(name).stream())
        .anyMatch(this::isMeant);
  }

  @Override
  public List<Problem> problems() {
    return GameProblems.find(game, language, options).stream()
        .filter(problem -> isMeant(problem.file()))
        .toList();
  }

  private boolean isMeant(Path file) {
    Path target = folder().relativize(file);
    Path script = folder().resolve(target.subpath(LEVELS, target.getNameCount()));
    Path module = script.resolveSibling(script.getFileName() + "m");
    return Stream.of(file, script, module).anyMatch(source -> choice.takes(source, target));
  }
}
