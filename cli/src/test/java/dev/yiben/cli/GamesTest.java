package dev.yiben.cli;

import static dev.yiben.cli.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Games, which are translated as a whole and into their own folders. */
class GamesTest {
  private static final String TL = "game/tl/schinese/script.rpy";

  private Workspace workspace;

  @BeforeEach
  void createWorkspace(@TempDir Path root) {
    workspace = new Workspace(root).with("YIBEN_ENGINE", "pseudo");
  }

  private Path writeGame(String folder) {
    return workspace.write(
        folder + "/game/script.rpy",
        """
        define e = Character("Eileen")

        label start:
            e "Good morning."
            "The sun shines."
            return
        """);
  }

  @Test
  void areTranslatedIntoTheirOwnFolder() throws IOException {
    byte[] script = Files.readAllBytes(writeGame("quest"));

    assertThat(workspace.run("quest", "--to", "zh"))
        .succeeded()
        .outIsPaths(workspace.path("quest/" + TL));
    assertThat(workspace.path("quest/" + TL))
        .content()
        .contains("translate schinese start_", "# e \"Good morning.\"", "e \"[[Ĝööööđ");
    assertThat(workspace.path("quest/game/script.rpy")).hasBinaryContent(script);
  }

  @Test
  void areTranslatedIntoAnotherFolderWhenTold() {
    writeGame("quest");

    assertThat(workspace.run("quest/game", "--to", "zh", "-o", "out"))
        .succeeded()
        .outIsPaths(workspace.path("out/tl/schinese/script.rpy"));
    assertThat(workspace.path("quest/game/tl")).doesNotExist();
  }

  @Test
  void areFoundInFolders() {
    writeGame("things/quest");
    workspace.writeSubtitles("things/film.srt", "Good morning.");

    assertThat(workspace.run("things", "--to", "zh"))
        .succeeded()
        .outIsPaths(workspace.path("things/film.zh.srt"), workspace.path("things/quest/" + TL));
    assertThat(workspace.run("things", "--to", "zh", "-o", "out"))
        .succeeded()
        .outIsPaths(
            workspace.path("out/film.srt"), workspace.path("out/quest/tl/schinese/script.rpy"));
  }

  @Test
  void scriptStandsForWhatComesOfIt() {
    writeGame("quest");
    workspace.write("quest/game/other.rpy", "label other:\n    \"Good night.\"\n");

    assertThat(workspace.run("quest/game/other.rpy", "--to", "zh"))
        .succeeded()
        .outIsPaths(workspace.path("quest/game/tl/schinese/other.rpy"));
  }

  @Test
  void scriptWithAFileToWriteIsTranslatedByItself() {
    writeGame("quest");

    assertThat(workspace.run("quest/game/script.rpy", "--to", "zh", "-o", "chinese.rpy"))
        .succeeded()
        .outIsPaths(workspace.path("chinese.rpy"));
    assertThat(workspace.path("chinese.rpy")).content().contains("label start:", "e \"[[Ĝööööđ");
    assertThat(workspace.path("quest/game/tl")).doesNotExist();
  }

  @Test
  void languageMayHaveAnotherName() {
    writeGame("quest");

    assertThat(workspace.run("quest", "--to", "zh", "--tl", "mandarin"))
        .succeeded()
        .outIsPaths(workspace.path("quest/game/tl/mandarin/script.rpy"));
    assertThat(workspace.run("quest", "--to", "zh", "--tl", "../x"))
        .endedWith(ExitCode.USAGE)
        .errIsOneErrorWith("--tl ../x");
    assertThat(workspace.run("quest", "--to", "zh,ja", "--tl", "mandarin"))
        .endedWith(ExitCode.USAGE)
        .errIsOneErrorWith("one language");
  }

  @Test
  void severalLanguagesStandSideBySide() {
    writeGame("quest");

    assertThat(workspace.run("quest", "--to", "zh,ja", "-o", "out"))
        .succeeded()
        .outIsPaths(
            workspace.path("out/tl/schinese/script.rpy"),
            workspace.path("out/tl/japanese/script.rpy"));
  }

  @Test
  void translationsThatAreThereAreCompletedAndKept() throws IOException {
    writeGame("quest");
    workspace.run("quest", "--to", "zh");
    Path translation = workspace.path("quest/" + TL);
    String mine = Files.readString(translation).replaceFirst("e \"\\[\\[.*\"", "e \"早上好。\"");
    Files.writeString(translation, mine);
    Files.writeString(
        workspace.path("quest/game/script.rpy"),
        "\nlabel more:\n    \"A new line.\"\n",
        StandardOpenOption.APPEND);

    assertThat(workspace.run("quest", "--to", "zh", "--on-exists", "skip"))
        .succeeded()
        .errContains("left out");
    assertThat(translation).hasContent(mine);

    assertThat(workspace.run("quest", "--to", "zh")).succeeded().outIsPaths(translation);
    assertThat(Files.readString(translation)).startsWith(mine).contains("more_");

    Files.writeString(translation, mine);
    assertThat(workspace.run("quest", "--to", "zh", "--retranslate"))
        .endedWith(ExitCode.USAGE)
        .errContains("script.rpy: exists already");
  }

  @Test
  void runThatFoundNothingToDoChangesNothing() throws IOException {
    writeGame("quest");
    workspace.run("quest", "--to", "zh");
    byte[] before = Files.readAllBytes(workspace.path("quest/" + TL));

    assertThat(workspace.run("quest", "--to", "zh")).succeeded().errContains("up to date");

    assertThat(workspace.path("quest/" + TL)).hasBinaryContent(before);
  }

  @Test
  void gameAndAFileOfItAreTranslatedOnce() {
    writeGame("quest");

    assertThat(workspace.run("quest", "quest/game/script.rpy", "quest/game", "--to", "zh"))
        .succeeded()
        .outIsPaths(workspace.path("quest/" + TL));
  }

  @Test
  void arePlannedReportedAndListedAsOtherFiles() {
    writeGame("quest");
    workspace.write("list.txt", "quest\n");

    assertThat(workspace.run("--files-from", "list.txt", "--to", "zh", "--dry-run"))
        .succeeded()
        .outContains("script.rpy");
    assertThat(workspace.path("quest/game/tl")).doesNotExist();
    assertThat(workspace.run("quest", "--to", "zh", "--json", "--report", "report.json"))
        .succeeded()
        .outContains("\"format\" : \"renpy\"");
    assertThat(workspace.path("report.json")).content().contains("Good morning.");
  }

  @Test
  void soundTranslationHasNoProblems() {
    writeGame("quest");
    workspace.run("quest", "--to", "zh");

    assertThat(workspace.run("check", "quest")).succeeded().outIsEmpty().errContains("no problems");
  }

  @Test
  void problemsAreToldWithTheirPlaces() throws IOException {
    writeGame("quest");
    workspace.run("quest", "--to", "zh,ja");
    Path translation = workspace.path("quest/" + TL);
    Files.writeString(
        translation, Files.readString(translation).replaceFirst("e \"\\[\\[.*\"", "e \"{bx}早\""));

    Outcome outcome = workspace.run("check", "quest");

    assertThat(outcome).endedWith(ExitCode.INCOMPLETE).errContains("1 error, 0 warnings");
    assertThat(outcome.outLines())
        .singleElement()
        .asString()
        .matches(".*/tl/schinese/script\\.rpy:\\d+: ERROR RPY-001 start_\\w+: .*");
    assertThat(workspace.run("check", "quest", "--fail-on", "never")).succeeded();
    assertThat(workspace.run("check", "quest", "--to", "ja")).succeeded().outIsEmpty();
    assertThat(workspace.run("check", "quest", "--json"))
        .endedWith(ExitCode.INCOMPLETE)
        .outContains("\"id\" : \"RPY-001\"");
  }

  @Test
  void nothingToCheckHasItsOwnCode() {
    workspace.writeSubtitles("film.srt", "Good morning.");

    assertThat(workspace.run("check", "film.srt"))
        .endedWith(ExitCode.NO_INPUT)
        .errIsOneErrorWith("nothing to check");
    writeGame("quest");
    assertThat(workspace.run("check", "quest"))
        .endedWith(ExitCode.NO_INPUT)
        .errIsOneErrorWith("no game has a translation");
    workspace.run("quest", "--to", "zh");
    assertThat(workspace.run("check", "quest", "--to", "ja"))
        .endedWith(ExitCode.NO_INPUT)
        .errIsOneErrorWith("no game has a translation into ja");
    assertThat(workspace.run("check", "none")).endedWith(ExitCode.NO_INPUT);
    assertThat(workspace.run("check")).endedWith(ExitCode.USAGE);
  }
}
