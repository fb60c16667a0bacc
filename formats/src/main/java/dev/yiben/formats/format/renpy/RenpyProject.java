package dev.yiben.formats.format.renpy;

import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.Problem;
import dev.yiben.formats.format.Project;
import dev.yiben.formats.format.ProjectFile;
import dev.yiben.formats.format.SpeakerNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A game, whose translation is a file for each of its scripts. */
final class RenpyProject implements Project {
  private static final int MOST_NOTICES = 10;

  private final Game game;
  private final Optional<String> language;
  private final FormatOptions options;
  private final Choice choice;
  private final List<String> notices = new ArrayList<>();
  private final List<ProjectFile> files;

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
    files = language.map(this::files).orElse(List.of());
  }

  private void addScriptProblems() {
    int count = 0;
    for (ReadScript read : game.scripts()) {
      for (ScriptProblem problem : read.problems()) {
        count++;
        if (count <= MOST_NOTICES) {
          notices.add(
              "%s: line %d: %s; it is not translated"
                  .formatted(read.script().name(), problem.line(), problem.message()));
        }
      }
    }
    if (count > MOST_NOTICES) {
      notices.add("%d more lines that cannot be read".formatted(count - MOST_NOTICES));
    }
  }

  private List<ProjectFile> files(String language) {
    Path folder = game.folder().translationFolder(language);
    Map<String, Path> present = new TreeMap<>();
    Set<String> ids = new HashSet<>();
    Set<String> strings = new HashSet<>();
    for (Path file : game.folder().translations(language)) {
      present.put(GameFolder.relative(folder, file), file);
      Catalogue catalogue =
          TranslationFile.read(file, game.table(), options).catalogue().into(language);
      catalogue.blocks().forEach(block -> ids.add(block.id()));
      catalogue.strings().forEach(string -> strings.add(string.source().value()));
    }
    GameUnits units = GameUnits.find(game, () -> ids.isEmpty() ? otherIds() : ids);
    Cast cast = Cast.of(game);
    List<GameString> names =
        options.speakerNames() == SpeakerNames.TRANSLATE ? cast.unmarked() : List.of();
    TranslationPlan plan = TranslationPlan.of(game, units, language, ids, strings, names);
    boolean percent = units.hasSubstitutions(game);
    GameContext context =
        new GameContext(game.table(), language, units.sources(), percent, cast, options);
    Map<String, Path> sources = new HashMap<>();
    game.scripts().forEach(read -> sources.put(read.script().target(), read.script().path()));
    Set<String> targets = new TreeSet<>(present.keySet());
    targets.addAll(plan.files().keySet());
    List<ProjectFile> made = new ArrayList<>();
    for (String name : targets) {
      Optional<TranslationPlan.Missing> missing = Optional.ofNullable(plan.files().get(name));
      Optional<Path> existing = Optional.ofNullable(present.get(name));
      Path source =
          missing
              .map(TranslationPlan.Missing::source)
              .or(() -> Optional.ofNullable(sources.get(name)))
              .or(() -> existing)
              .orElseThrow();
      Path target = Path.of(GameFolder.TRANSLATIONS, language).resolve(name);
      if (choice.takes(source, target)) {
        made.add(new File(source, target, existing, missing, context));
      }
    }
    if (game.library().isEmpty() && !game.scripts().isEmpty() && choice == Choice.ALL) {
      notices.add(
          "the engine's own menus are not translated, since its scripts (renpy/common) are not"
              + " beside the game");
    }
    made.sort(Comparator.comparing(file -> file.target().toString()));
    return List.copyOf(made);
  }

  private Set<String> otherIds() {
    Set<String> ids = new HashSet<>();
    for (String language : game.folder().languages()) {
      for (Path file : game.folder().translations(language)) {
        TranslationFile.read(file, game.table(), options)
            .catalogue()
            .blocks()
            .forEach(block -> ids.add(block.id()));
      }
    }
    return ids;
  }

  @Override
  public Path folder() {
    return game.folder().path();
  }

  @Override
  public List<ProjectFile> files() {
    return files;
  }

  @Override
  public List<String> notices() {
    return List.copyOf(notices);
  }

  @Override
  public List<Problem> problems() {
    return GameProblems.find(game, language, options).stream()
        .filter(problem -> isMeant(problem.file()))
        .toList();
  }

  private boolean isMeant(Path file) {
    return choice == Choice.ALL || choice.takes(file, folder().relativize(file));
  }

  /** A translation file that is made or completed. */
  private record File(
      Path source,
      Path target,
      Optional<Path> existing,
      Optional<TranslationPlan.Missing> missing,
      GameContext context)
      implements ProjectFile {
    @Override
    public Document open() {
      return existing.isPresent()
          ? context.complete(existing.get(), missing)
          : context.generate(target.getFileName().toString(), missing.orElseThrow());
    }
  }
}
