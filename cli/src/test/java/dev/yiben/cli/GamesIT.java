package dev.yiben.cli;

import static dev.yiben.cli.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.format.renpy.RenpyEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole games, of which the real engine is the judge where it is installed. */
class GamesIT {
  private static final Pattern TARGET =
      Pattern.compile("(?m)^ {4}(?:(?!old )\\w+|\"[^\"]+\")? ?\"(.+)\"(?: nointeract)?$");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  @TempDir private Path folder;
  private Launcher launcher;

  @BeforeEach
  void createLauncher() {
    launcher = new Launcher(folder.resolve("user"));
  }

  @Test
  void translatesTheSampleByOneCommand() throws IOException {
    Path game = launcher.work().resolve("harbour-game");
    RenpyEngine.copy(Launcher.samples().resolve("harbour-game"), game);
    Files.copy(
        Launcher.samples().resolve("glossary.yaml"), launcher.work().resolve("glossary.yaml"));

    assertThat(
            launcher.run(
                "translate harbour-game --to zh --model demo --glossary glossary.yaml"
                    + " --fail-on warning"))
        .succeeded()
        .outIsPaths(
            Path.of("harbour-game/game/tl/schinese/options.rpy"),
            Path.of("harbour-game/game/tl/schinese/screens.rpy"),
            Path.of("harbour-game/game/tl/schinese/script.rpy"));

    String translation = translations(game.resolve("game/tl/schinese"));
    List<String> targets =
        TARGET.matcher(translation).results().map(found -> found.group(1)).toList();
    assertThat(targets).hasSizeGreaterThan(40).allMatch(text -> HAN.matcher(text).find());
    assertThat(translation).contains("s \"我的名字叫[name!t]。\"", "\"多温船长\" \"救命！\"", "new \"马洛\"");
    assertThat(launcher.run("translate check harbour-game")).succeeded().outIsEmpty();
    RenpyEngine engine = RenpyEngine.inFolder(folder);
    assertThat(engine.lint(game).complaints()).isEmpty();
    assertThat(engine.missing(game, "schinese")).startsWith("schinese: 0 missing dialogue");
  }

  @ParameterizedTest
  @ValueSource(strings = {"The Question", "Tutorial"})
  void translatesWhatTheEngineTakesAsComplete(String name) {
    RenpyEngine engine = RenpyEngine.inFolder(folder);
    Path game = launcher.work().resolve("game-to-translate");
    if (name.equals("Tutorial")) {
      RenpyEngine.tutorial(game);
    } else {
      RenpyEngine.theQuestion(game);
    }
    RenpyEngine.addLibrary(game);
    List<String> before = engine.lint(game).complaints();

    assertThat(launcher.run("translate game-to-translate --to de --engine pseudo")).succeeded();

    assertThat(engine.lint(game).complaints()).isEqualTo(before);
    assertThat(engine.missing(game, "german"))
        .isEqualTo("german: 0 missing dialogue translations, 0 missing string translations.");
    assertThat(launcher.run("translate check game-to-translate --to de")).succeeded().outIsEmpty();
  }

  @Test
  void isTheSameAfterAKillAsWithoutOne() throws Exception {
    Path game = launcher.work().resolve("game");
    RenpyEngine.theQuestion(game);
    String command = "translate game --to de --engine pseudo";
    assertThat(launcher.run(command + " -o whole")).succeeded();
    Process process = launcher.start(command.split(" "));
    Path first = game.resolve("game/tl/german/options.rpy");
    while (process.isAlive() && !Files.exists(first)) {
      Thread.sleep(5);
    }
    process.destroyForcibly().waitFor();

    assertThat(launcher.run(command)).succeeded();

    assertThat(translations(game.resolve("game/tl/german")))
        .isEqualTo(translations(launcher.work().resolve("whole/tl/german")));
  }

  private static String translations(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.sorted().toList()) {
        all.append(file.getFileName()).append('\n').append(Files.readString(file));
      }
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
