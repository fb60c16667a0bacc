package dev.yiben.cli;

import static dev.yiben.cli.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a run costs, where prices are known. */
class PricesTest {
  private Workspace workspace;

  @BeforeEach
  void createWorkspace(@TempDir Path root) {
    workspace = new Workspace(root).with("YIBEN_ENGINE", "pseudo").with("YIBEN_TO", "zh");
    workspace.writeSubtitles("one.srt", "Good morning.", "Good evening.");
  }

  @Test
  void planTellsWhatItWouldCost() {
    assertThat(workspace.run("one.srt", "-n", "--prices", "pse*=input:1 output:2 currency:EUR"))
        .succeeded()
        .outContains("estimated cost into zh: ")
        .outContains(" EUR");
  }

  @Test
  void configurationNamesThePartsOfAPrice() {
    workspace.writeUserConfig(
        """
        prices:
          other: {input: 1000000, output: 1}
          'pse*': {input: 1000000, output: 0, currency: USD}
        """);

    JsonNode report = JsonMapper.shared().readTree(workspace.run("one.srt", "--json").out());

    assertThat(report.at("/cost/amount").asLong())
        .isPositive()
        .isEqualTo(report.at("/usage/promptTokens").asLong());
    assertThat(report.at("/cost/currency").asString()).isEqualTo("USD");
  }

  @Test
  void costOfOtherModelsIsNotTold() {
    JsonNode report =
        JsonMapper.shared()
            .readTree(workspace.run("one.srt", "--json", "--prices", "x=input:1 output:2").out());

    assertThat(report.has("cost")).isFalse();
  }

  @Test
  void brokenPriceIsAUsageError() {
    assertThat(workspace.run("one.srt", "--prices", "x=input:1"))
        .endedWith(ExitCode.USAGE)
        .errIsOneErrorWith("'output' is missing");
    workspace.writeUserConfig("prices:\n  x: {input: 1, tax: 2}\n");
    assertThat(workspace.run("one.srt")).endedWith(ExitCode.USAGE).errContains("tax:2");
  }
}
