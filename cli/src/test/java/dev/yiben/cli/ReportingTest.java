package dev.yiben.cli;

import static dev.yiben.cli.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a run tells, and where. */
class ReportingTest {
  private final JsonMapper json = new JsonMapper();
  private Workspace workspace;

  @BeforeEach
  void createWorkspace(@TempDir Path root) {
    workspace = new Workspace(root).with("YIBEN_ENGINE", "pseudo").with("YIBEN_TO", "zh");
    workspace.writeSubtitles("one.srt", "Good morning.", "Good evening.", "Good morning.");
  }

  @Test
  void oneLineTellsOfAFile() {
    Outcome outcome = workspace.run("one.srt");

    assertThat(outcome).succeeded().errContains("one.srt: 3 translated");
    assertThat(outcome.errLines()).hasSize(1);
  }

  @Test
  void quietTellsErrorsOnly() {
    assertThat(workspace.run("one.srt", "-q")).succeeded().errIsEmpty();
    assertThat(workspace.run("none.srt", "-q"))
        .endedWith(ExitCode.NO_INPUT)
        .errIsOneErrorWith("none.srt: no such file");
  }

  @Test
  void verboseTellsOfEngineAndLog() {
    assertThat(workspace.run("one.srt", "-v"))
        .succeeded()
        .errContains("engine: pseudo")
        .errContains("prompt profile: default, since no model is asked")
        .errContains("translate.log");
  }

  @Test
  void terminalGetsABarWithoutTrace() {
    Outcome outcome = workspace.withTerminal(80).with("NO_COLOR", "1").run("one.srt");

    assertThat(outcome).succeeded().errContains("\r\u001b[K").errContains("█").errContains("100%");
    assertThat(outcome.err().substring(outcome.err().lastIndexOf('\r')))
        .doesNotContain("█")
        .endsWith("one.srt: 3 translated\n");
    assertThat(outcome.out()).doesNotContain("\u001b");
  }

  @Test
  void colorsAreUsedAsTold() {
    assertThat(workspace.run("none.srt")).errLacks("\u001b");
    assertThat(workspace.run("none.srt", "--color", "always")).errContains("\u001b[1;31merror:");
    workspace.withTerminal(80);
    assertThat(workspace.run("none.srt")).errContains("\u001b[1;31merror:");
    assertThat(workspace.run("none.srt", "--color", "never")).errLacks("\u001b");
    assertThat(workspace.with("NO_COLOR", "1").run("none.srt")).errLacks("\u001b");
  }

  @Test
  void jsonIsAllThatGoesToStdout() {
    Outcome outcome = workspace.run("one.srt", "--json");

    JsonNode report = json.readTree(outcome.out());
    assertThat(report.at("/documents/0/status").asString()).isEqualTo("written");
    assertThat(report.at("/documents/0/segmentCounts/translated").asInt()).isEqualTo(3);
    assertThat(report.at("/documents/0/segments").isMissingNode()).isTrue();
    assertThat(report.at("/manifest/engine").asString()).isEqualTo("pseudo");
  }

  @Test
  void severalLanguagesMakeAnArray() {
    Outcome outcome = workspace.run("one.srt", "--json", "--to", "zh,ja");

    JsonNode report = json.readTree(outcome.out());
    assertThat(report.size()).isEqualTo(2);
    assertThat(report.at("/1/manifest/targetLanguage").asString()).isEqualTo("ja");
  }

  @Test
  void reportListsEverySegment() throws IOException {
    assertThat(workspace.run("one.srt", "--report", "report.json"))
        .succeeded()
        .outIsPaths(workspace.path("one.zh.srt"));

    JsonNode report = json.readTree(Files.readString(workspace.path("report.json")));
    assertThat(report.at("/documents/0/segments").size()).isEqualTo(3);
    assertThat(report.at("/documents/0/segments/2/fate").asString()).isEqualTo("translated");
  }

  @Test
  void reportsArePagesOrJsonByTheirNames() throws IOException {
    assertThat(workspace.run("one.srt", "--report", "report.html", "--report", "report.json"))
        .succeeded();

    assertThat(workspace.path("report.html")).content().startsWith("<!doctype html>");
    JsonNode report = json.readTree(Files.readString(workspace.path("report.json")));
    assertThat(report.at("/time/started").asString()).matches("\\d{4}-\\d{2}-\\d{2}T.*Z");
  }

  @Test
  void reportThatCannotBeWrittenIsToldBeforeAnythingIsAsked() {
    assertThat(workspace.run("one.srt", "--report", "."))
        .endedWith(ExitCode.USAGE)
        .errIsOneErrorWith("is a folder");
    assertThat(workspace.files()).containsExactly("one.srt");
  }

  @Test
  void dryRunWritesNothingAndTellsWhatItWouldTake() {
    Outcome outcome = workspace.run("one.srt", "--dry-run");

    assertThat(outcome).succeeded().outContains("requests").errIsEmpty();
    assertThat(outcome.out()).containsPattern("\n +3 +0 +1 .*one\\.srt\n");
    assertThat(workspace.files()).containsExactly("one.srt");
    assertThat(workspace.home("state")).doesNotExist();
    JsonNode plan = json.readTree(workspace.run("one.srt", "-n", "--json").out());
    assertThat(plan.at("/documents/0/status").asString()).isEqualTo("planned");
  }

  @Test
  void secondRunFindsAllUpToDate() {
    workspace.run("one.srt");

    assertThat(workspace.run("one.srt"))
        .succeeded()
        .outIsPaths(workspace.path("one.zh.srt"))
        .errContains("up to date");
  }

  @Test
  void jobFolderIsWhereToldElseInTheStateFolder() {
    workspace.run("one.srt", "--job-dir", "job");

    assertThat(workspace.path("job/translate.log")).exists();
    assertThat(workspace.home("state")).doesNotExist();
    workspace.run("one.srt", "--on-exists", "replace");
    assertThat(workspace.home("state/yiben/jobs")).isDirectoryContaining("glob:**/one.srt-*");
  }

  @Test
  void unknownModelIsTheEnginesFault() {
    assertThat(workspace.run("one.srt", "--engine", "llama", "--model", "none.gguf"))
        .endedWith(ExitCode.ENGINE)
        .outIsEmpty()
        .errIsOneErrorWith("none.gguf");
    assertThat(workspace.files()).containsExactly("one.srt");
  }

  @Test
  void traceIsShownOnlyWhenAsked() {
    assertThat(workspace.run("one.srt", "--glossary", "none")).errLacks("\tat dev.yiben");
    assertThat(workspace.run("one.srt", "--glossary", "none", "--stacktrace"))
        .errContains("\tat dev.yiben");
  }

  @Test
  void hostileNamesCannotSteerTheTerminal() {
    workspace.writeSubtitles("a\u001b[2J\nb.srt", "Good morning.");

    assertThat(workspace.run("a\u001b[2J\nb.srt", "--engine", "echo"))
        .succeeded()
        .errLacks("\u001b");
  }

  @Test
  void completionScriptNamesTheOptions() {
    assertThat(workspace.run("generate-completion")).succeeded().outContains("--on-exists");
  }
}
