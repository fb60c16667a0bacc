package dev.yiben.formats.format.renpy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the judge judges. */
class RenpyEngineTest {
  @TempDir Path folder;
  private RenpyEngine engine;
  private Path game;

  @BeforeEach
  void copyGame() {
    engine = RenpyEngine.inFolder(folder);
    game = RenpyEngine.theQuestion(folder.resolve("game"));
  }

  @Test
  void findsNothingInASoundGame() {
    RenpyEngine.Run run = engine.lint(game);

    assertThat(run.code()).isZero();
    assertThat(run.complaints()).isEmpty();
    assertThat(run.output()).contains("The game contains 70 dialogue blocks");
  }

  @Test
  void complainsOfTagsAndSpeakersThatAreNotThere() throws IOException {
    Files.writeString(
        game.resolve("game/tl/bad.rpy"), "translate german start_1:\n    zz \"a {bx} b\"\n");

    assertThat(engine.lint(game).complaints())
        .hasSize(2)
        .anyMatch(complaint -> complaint.startsWith("game/tl/bad.rpy:2 Could not evaluate 'zz'"))
        .anyMatch(complaint -> complaint.startsWith("game/tl/bad.rpy:2 Text tag 'bx'"));
  }

  @Test
  void failsOnScriptsThatDoNotParse() throws IOException {
    Files.writeString(
        game.resolve("game/tl/bad.rpy"), "translate german strings:\n    old \"Gallery\n");

    RenpyEngine.Run run = engine.lint(game);

    assertThat(run.code()).isNotZero();
    assertThat(run.complaints()).anyMatch(line -> line.contains("game/tl/bad.rpy\", line 2"));
  }

  @Test
  void writesTranslationsAndCountsWhatIsMissing() {
    assertThat(engine.missing(game, "german")).startsWith("german: 70 missing dialogue");

    assertThat(engine.translate(game, "german", "--empty").code()).isZero();

    assertThat(game.resolve("game/tl/german/script.rpy"))
        .content()
        .contains("translate german start_915cb944:");
    assertThat(engine.missing(game, "german"))
        .isEqualTo("german: 0 missing dialogue translations, 0 missing string translations.");
  }
}
