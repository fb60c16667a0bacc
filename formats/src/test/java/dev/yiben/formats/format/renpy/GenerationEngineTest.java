package dev.yiben.formats.format.renpy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.format.FormatOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
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

  @Test
  void generatesTheTranslationOfEveryKindOfStatementAsTheEngineDoes() throws IOException {
    compare(everything());
  }

  @Test
  void appendsWhatIsMissingAsTheEngineDoes() throws IOException {
    Path game = everything();
    Path file = game.resolve("game/tl/test/script.rpy");
    String all = generate(game, "test").get("script.rpy");
    int half = all.indexOf("# game/script.rpy", all.length() / 2);
    String table = "translate test strings:\n    old \"Choice\"\n    new \"\"\n";
    String there = all.substring(0, half) + table;
    Files.createDirectories(file.getParent());
    Files.writeString(file, there);
    Map<String, String> ours = generate(game, "test");
    assertThat(engine().translate(game, "test", "--no-todo").code()).isZero();
    String added = ours.get("script.rpy").substring(1);
    assertThat(Files.readString(file)).isEqualTo(there + added);
    assertThat(added).contains("start_").doesNotContain("old \"Choice\"");
  }

  /** A game that has all that can be in a script. */
  private Path everything() throws IOException {
    Path game = Files.createDirectories(folder.resolve("everything/game/sub")).getParent();
    for (String name : List.of("01early.rpy", "script.rpy", "options.rpy", "mod.rpym")) {
      Files.writeString(game.resolve(name), resource(name));
    }
    Files.writeString(game.resolve("sub/win.rpy"), resource("win.rpy").replace("\n", "\r\n"));
    return game.getParent();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = GenerationEngineTest.class.getResourceAsStream("everything/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
    }
  }

  private RenpyEngine engine() throws IOException {
    return RenpyEngine.inFolder(Files.createDirectories(folder.resolve("engine")));
  }

  private void compare(Path game) throws IOException {
    RenpyEngine engine = engine();
    RenpyEngine.copy(LIBRARY, game.resolve("renpy/common"));
    Map<String, String> ours = generate(game, "test");
    assertThat(engine.translate(game, "test", "--no-todo").code()).isZero();
    Path written = game.resolve("game/tl/test");
    Map<String, String> theirs = new TreeMap<>();
    try (var files = Files.walk(written)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        if (file.toString().endsWith(".rpy")) {
          // Code that runs over lines is no comment any more where the engine writes it as one.
          theirs.put(
              GameFolder.relative(written, file),
              Files.readString(file)
                  .replace(
                      "# voice [ \"a\",\n       \"b\" ]",
                      "# voice [ \"a\",\n    #        \"b\" ]"));
        }
      }
    }
    assertThat(ours.keySet()).isEqualTo(theirs.keySet());
    for (Map.Entry<String, String> file : theirs.entrySet()) {
      assertThat(ours.get(file.getKey())).as(file.getKey()).isEqualTo(file.getValue());
    }
  }

  private static Map<String, String> generate(Path path, String language) {
    Game game = Game.read(GameFolder.in(path).orElseThrow(), FormatOptions.DEFAULT);
    Set<String> ids = new HashSet<>();
    Set<String> strings = new HashSet<>();
    for (Path file : game.folder().translations(language)) {
      Catalogue there = TranslationFile.read(file, game.table(), FormatOptions.DEFAULT).catalogue();
      there.blocks().forEach(block -> ids.add(block.id()));
      there.strings().forEach(string -> strings.add(string.source().value()));
    }
    GameUnits units = GameUnits.find(game, Set::of);
    Map<String, String> files = new TreeMap<>();
    TranslationPlan.of(game, units, language, ids, strings, List.of())
        .files()
        .forEach((name, missing) -> files.put(name, "\uFEFF" + missing.text(language, "\n")));
    return files;
  }
}
