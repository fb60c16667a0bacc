package dev.yiben.formats.format.renpy;

import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.ProjectFile;
import dev.yiben.formats.format.SpeakerNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds the files that a game's translation into a language consists of. */
final class GameFiles {
  private final Game game;
  private final String folder;
  private final FormatOptions options;
  private final Map<String, Path> present = new TreeMap<>();
  private final Set<String> ids = new HashSet<>();
  private final Set<String> strings = new HashSet<>();
  private String language;

  private GameFiles(Game game, String folder, FormatOptions options) {
    this.game = game;
    this.folder = folder;
    this.options = options;
    this.language = folder;
  }

  /**
   * Returns the files that are there, completed, and those that are missing, ordered by path.
   *
   * @param folder name of the folder of translations
   * @throws dev.yiben.formats.format.DocumentException if a file cannot be read
   */
  static List<ProjectFile> find(Game game, String folder, FormatOptions options) {
    GameFiles files = new GameFiles(game, folder, options);
    files.readPresent();
    return files.find();
  }

  private void readPresent() {
    Path translations = game.folder().translationFolder(folder);
    List<Catalogue> catalogues = new ArrayList<>();
    for (Path file : game.folder().translations(folder)) {
      present.put(GameFolder.relative(translations, file), file);
      catalogues.add(TranslationFile.read(file, game.table(), options).catalogue());
    }
    language = language(catalogues);
    for (Catalogue catalogue : catalogues) {
      Catalogue into = catalogue.into(language);
      into.blocks().forEach(block -> ids.add(block.id()));
      into.strings().forEach(string -> strings.add(string.source().value()));
    }
  }

  /** Returns the name of the language: that of its folder, unless all in it is another's. */
  private String language(List<Catalogue> catalogues) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Catalogue catalogue : catalogues) {
      catalogue.blocks().forEach(block -> counts.merge(block.language(), 1, Integer::sum));
      catalogue.strings().forEach(string -> counts.merge(string.language(), 1, Integer::sum));
    }
    counts.remove("None");
    if (counts.containsKey(folder)) {
      return folder;
    }
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(folder);
  }

  private List<ProjectFile> find() {
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
    List<ProjectFile> files = new ArrayList<>();
    for (String name : targets) {
      Optional<TranslationPlan.Missing> missing = Optional.ofNullable(plan.files().get(name));
      Optional<Path> existing = Optional.ofNullable(present.get(name));
      Path source =
          missing
              .map(TranslationPlan.Missing::source)
              .or(() -> Optional.ofNullable(sources.get(name)))
              .or(() -> existing)
              .orElseThrow();
      Path target = Path.of(GameFolder.TRANSLATIONS, folder).resolve(name);
      files.add(new File(source, target, existing, missing, context));
    }
    return List.copyOf(files);
  }

  private Set<String> otherIds() {
    Set<String> others = new HashSet<>();
    for (String other : game.folder().languages()) {
      for (Path file : game.folder().translations(other)) {
        TranslationFile.read(file, game.table(), options)
            .catalogue()
            .blocks()
            .forEach(block -> others.add(block.id()));
      }
    }
    return others;
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
