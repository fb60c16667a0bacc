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

/** What is done to Chinese targets when they are written. */
class ConversionTest {
  private Workspace workspace;

  @BeforeEach
  void createWorkspace(@TempDir Path root) {
    workspace = new Workspace(root).with("YIBEN_ENGINE", "echo");
    workspace.writeSubtitles("one.srt", "他们在后面，<i>头</i>发很长。");
  }

  @Test
  void convertsWhatIsWrittenAndSaysSo() throws IOException {
    assertThat(
            workspace.run("one.srt", "--to", "zh", "--convert", "s2tw", "--report", "report.json"))
        .succeeded()
        .errContains("converted from simplified to traditional characters of Taiwan");

    assertThat(workspace.path("one.zh.srt")).content().contains("他們在後面，<i>頭</i>髮很長。");
    JsonNode report = JsonMapper.shared().readTree(Files.readString(workspace.path("report.json")));
    assertThat(report.get("conversion").asString()).isEqualTo("s2tw");
    assertThat(report.at("/documents/0/segments/0/target").asString()).contains("⟦1⟧頭⟦/1⟧髮");
  }

  @Test
  void anotherConversionAsksForNothingAnew() throws IOException {
    workspace.run("one.srt", "--to", "zh", "--convert", "s2tw");

    JsonNode second =
        JsonMapper.shared().readTree(workspace.run("one.srt", "--to", "zh", "--json").out());

    assertThat(second.at("/usage/requests").asInt()).isZero();
    assertThat(workspace.path("one.zh.srt")).hasSameTextualContentAs(workspace.path("one.srt"));
  }

  @Test
  void onlyChineseIsConverted() {
    assertThat(workspace.run("one.srt", "--to", "zh,ja", "--convert", "s2t"))
        .endedWith(ExitCode.USAGE)
        .errIsOneErrorWith("--convert s2t", "ja is not Chinese");
    assertThat(workspace.run("one.srt", "--to", "zh", "--convert", "s2x"))
        .endedWith(ExitCode.USAGE)
        .errContains("s2x");
  }
}
