package dev.yiben.formats.format.renpy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.format.FormatOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares what is generated with what the engine itself generates. */
class GenerationEngineTest {
  private static final Path LIBRARY = Path.of("/usr/share/games/renpy/renpy/common");

  @TempDir Path folder;

  @Test
  void generatesTheTranslationOfTheQuestionAsTheEngineDoes() throws IOException {
    compare(RenpyEngine.theQuestion(folder.resolve("game1")));
  }

  @Test
  void generatesTheTranslationOfTheTutorialAsTheEngineDoes() throws IOException {
    compare(RenpyEngine.tutorial(folder.resolve("game1")));
  }

  private void compare(Path game) throws IOException {
    Path empty = Files.createDirectories(folder.resolve("engine"));
    RenpyEngine engine = RenpyEngine.inFolder(empty);
    RenpyEngine.copy(LIBRARY, game.resolve("renpy/common"));
    Map<String, String> ours = generate(game, "test");
    assertThat(engine.translate(game, "test", "--no-todo").code()).isZero();
    Path written = game.resolve("game/tl/test");
    Map<String, String> theirs = new TreeMap<>();
    try (var files = Files.walk(written)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        if (file.toString().endsWith(".rpy")) {
          theirs.put(GameFolder.relative(written, file), Files.readString(file));
        }
      }
    }
    assertThat(ours.keySet()).isEqualTo(theirs.keySet());
    for (String name : theirs.keySet()) {
      assertThat(ours.get(name)).as(name).isEqualTo(theirs.get(name));
    }
  }

  private static Map<String, String> generate(Path path, String language) {
    Game game = Game.read(GameFolder.in(path).orElseThrow(), FormatOptions.DEFAULT);
    GameUnits units = GameUnits.find(game, Set::of);
    Map<String, String> files = new TreeMap<>();
    TranslationPlan.of(game, units, language, Set.of(), Set.of(), List.of())
        .files()
        .forEach((name, missing) -> files.put(name, "\uFEFF" + missing.text(language, "\n")));
    return files;
  }
}
