package dev.yiben.formats.format.renpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.yiben.formats.format.FormatOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Compares computed ids with those in translations that people made with the engine. */
class IdCorpusTest {
  private static final Path CORPUS = Path.of("../../shared/corpus/renpy");

  private static Game read(String game) {
    Path folder = CORPUS.resolve(game);
    assumeTrue(Files.isDirectory(folder), CORPUS + " is absent");
    return Game.read(GameFolder.in(folder).orElseThrow(), FormatOptions.DEFAULT);
  }

  /** Returns which of the ids in a game's translations are not computed from its scripts. */
  private static Set<String> unknown(Game game, String language, Set<String> all) {
    Set<String> computed = new HashSet<>();
    GameUnits.find(game, Set::of)
        .units()
        .values()
        .forEach(units -> units.forEach(unit -> computed.add(unit.id())));
    for (Path file : game.folder().translations(language)) {
      TranslationFile.read(file, game.table(), FormatOptions.DEFAULT)
          .catalogue()
          .blocks()
          .forEach(block -> all.add(block.id()));
    }
    Set<String> unknown = new HashSet<>(all);
    unknown.removeAll(computed);
    return unknown;
  }

  @Test
  void computesAllIdsOfTheQuestion() {
    Game game = read("the_question");
    for (String language : game.folder().languages()) {
      Set<String> all = new HashSet<>();
      assertThat(unknown(game, language, all)).as(language).isEmpty();
      assertThat(all).hasSize(70);
    }
  }

  @Test
  void computesTheIdsOfTheTutorialButThoseOfSourcesThatChanged() {
    Game game = read("tutorial");
    Set<String> all = new HashSet<>();
    Set<String> unknown = unknown(game, "schinese", all);
    assertThat(all).hasSizeGreaterThan(800);
    // The script with this label was taken out of the game.
    unknown.removeIf(id -> id.startsWith("director_"));
    assertThat(unknown).hasSize(9);
  }

  @Test
  void readsAllLinesOfBothGames() {
    for (String name : new String[] {"the_question", "tutorial"}) {
      for (ReadScript read : read(name).scripts()) {
        assertThat(read.problems()).as(read.script().name()).isEmpty();
      }
    }
  }
}
