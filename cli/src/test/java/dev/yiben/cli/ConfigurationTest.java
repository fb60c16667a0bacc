package dev.yiben.cli;

import static dev.yiben.cli.OutcomeAssert.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {
  private Workspace workspace;

  @BeforeEach
  void createWorkspace(@TempDir Path root) throws IOException {
    workspace = new Workspace(root);
    Files.createDirectories(workspace.path(".git"));
  }

  @Test
  void defaultsHoldWhereNothingIsSaid() {
    assertThat(workspace.run("config", "show", "--origin"))
        .succeeded()
        .outContains("on-exists: fail  # default")
        .outContains("context: 8  # default")
        .errIsEmpty();
  }

  @Test
  void projectFileBeatsUserFile() {
    workspace.writeUserConfig("to: ja\ncontext: 3\n");
    workspace.write("yiben.yaml", "to: [zh, pt_BR]\n");

    assertThat(workspace.run("config", "show", "--origin"))
        .outContains("to: [zh, pt_BR]  # " + workspace.path("yiben.yaml") + ":1")
        .outContains("context: 3  # " + workspace.home("config/yiben/config.yaml") + ":2");
  }

  @Test
  void environmentBeatsFiles() {
    workspace.write("yiben.yaml", "on-exists: skip\n");

    assertThat(workspace.with("YIBEN_ON_EXISTS", "replace").run("config", "show", "--origin"))
        .outContains("on-exists: replace  # YIBEN_ON_EXISTS");
  }

  @Test
  void flagBeatsAll() {
    workspace.write("yiben.yaml", "to: ja\nengine: pseudo\n");
    Path file = workspace.writeSubtitles("a.srt", "Good morning.");

    assertThat(workspace.with("YIBEN_TO", "ko").run("a.srt", "--to", "zh", "--engine", "echo"))
        .succeeded()
        .outIsPaths(file.resolveSibling("a.zh.srt"));
  }

  @Test
  void fileOfTheRepositoryHoldsInItsFolders(@TempDir Path root) throws IOException {
    Workspace inner = new Workspace(root.resolve("inner"));
    Files.createDirectories(root.resolve(".git"));
    Files.writeString(root.resolve("yiben.yaml"), "context: 5\n");

    assertThat(inner.run("config", "show")).outContains("context: 5");
  }

  @Test
  void fileAboveHoldsNotOutsideOfRepositories(@TempDir Path root) throws IOException {
    Workspace inner = new Workspace(root.resolve("inner"));
    Files.writeString(root.resolve("inner/yiben.yaml"), "context: 5\n");

    assertThat(inner.run("config", "show")).outContains("context: 8");
  }

  @ParameterizedTest
  @CsvSource({
    "endpoint: http://elsewhere.example/v1",
    "api-key-variable: AWS_SECRET",
    "llama-server: ./run-me"
  })
  void projectCannotSayWhereKeysGoOrWhatIsRun(String setting) {
    workspace.write("yiben.yaml", "to: ja\n" + setting + "\n");

    assertThat(workspace.run("config", "show"))
        .endedWith(ExitCode.USAGE)
        .errContains(workspace.path("yiben.yaml") + ":2: ")
        .errContains("--config");
    assertThat(workspace.run("config", "show", "--config", "yiben.yaml"))
        .succeeded()
        .outContains(setting.substring(0, setting.indexOf(':') + 2));
  }

  @Test
  void chosenFileReplacesTheOthers() {
    workspace.write("yiben.yaml", "to: ja\n");
    workspace.write("mine.yaml", "context: 2\n");

    Outcome outcome = workspace.run("config", "show", "--config", "mine.yaml");

    assertThat(outcome).outContains("context: 2");
    Assertions.assertThat(outcome.outLines()).noneMatch(line -> line.startsWith("to:"));
  }

  @Test
  void emptyFileSaysNothing() {
    workspace.write("yiben.yaml", "# nothing yet\n");

    assertThat(workspace.run("config", "show")).succeeded();
  }

  @Test
  void offStaysAWord() {
    workspace.write("yiben.yaml", "checks: {NUM-001: off, LEN-001: error}\nfrom: no\n");

    assertThat(workspace.run("config", "show"))
        .outContains("checks: {NUM-001: off, LEN-001: error}")
        .outContains("from: no");
  }

  @Test
  void pathsAreRelativeToTheirFile() {
    workspace.writeSubtitles("a.srt", "Good morning.");
    workspace.write("settings/mine.yaml", "to: zh\nengine: echo\noutput: out/\n");

    assertThat(workspace.run("a.srt", "--config", "settings/mine.yaml"))
        .succeeded()
        .outIsPaths(workspace.path("settings/out/a.srt"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "too: zh                 | yiben.yaml:3: unknown setting 'too'; known: to, from,",
        "to: zh                  | yiben.yaml:3: 'to' is set twice",
        "checks: off             | yiben.yaml:3: 'checks' must be a map",
        "from: [en, fr]          | yiben.yaml:3: a single value is wanted here",
        "from: {                 | yiben.yaml:4: ",
        "from: english           | yiben.yaml:3: Invalid value for option '--from'",
        "on-exists: overwrite    | yiben.yaml:3: Invalid value for option '--on-exists'",
        "context: -1             | --context must be at least 0, not -1",
        "help: true              | yiben.yaml:3: unknown setting 'help'",
        "checks: {NUM-001: loud} | yiben.yaml:3: Invalid value for option '--checks'",
      })
  void faultyFileIsNamedWithItsLine(String line, String message) {
    workspace.writeSubtitles("a.srt", "Good morning.");
    workspace.write("yiben.yaml", "# settings\nto: zh\n" + line + "\n");

    assertThat(workspace.run("a.srt", "--engine", "echo"))
        .endedWith(ExitCode.USAGE)
        .outIsEmpty()
        .errIsOneErrorWith(message);
  }

  @Test
  void hugeAliasesAreRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    workspace.write("yiben.yaml", bomb.toString());

    assertThat(workspace.run("config", "show")).endedWith(ExitCode.USAGE);
  }
}
