package dev.yiben.cli;

import static dev.yiben.cli.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.inference.LocalEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same input gives the same bytes, and the report says what they came from. */
@ParameterizedClass
@EnumSource
class ReproducibleIT {
  private static final String COMMAND =
      "translate lighthouse.epub --to zh --model demo --jobs 1 --no-tm --report report.json";

  @Parameter private LocalEngine engine;
  @TempDir Path folder;
  private Launcher launcher;

  @BeforeEach
  void copySample() throws IOException {
    launcher = new Launcher(folder).with(engine);
    Files.copy(
        Launcher.samples().resolve("lighthouse.epub"), launcher.work().resolve("lighthouse.epub"));
  }

  private byte[] translated(String options) throws IOException {
    assertThat(launcher.run(COMMAND + options)).succeeded();
    return Files.readAllBytes(launcher.work().resolve("lighthouse.zh.epub"));
  }

  private JsonNode report() throws IOException {
    return JsonMapper.shared().readTree(launcher.work().resolve("report.json").toFile());
  }

  @Test
  void oneSlotAtTemperatureZeroGivesTheSameBytes() throws IOException {
    // The model's own profile shows it one exchange at most, so that nothing would be cached.
    Files.writeString(
        launcher.work().resolve("growing.yaml"),
        """
        most_lines: 6
        user: ${glossary}${lines}
        glossary: ${terms}
        term: "#${source}=${target}\\n"
        kept_term: "#${source}=${target}\\n"
        """);
    String options = " --profile growing.yaml --fail-on never --job-dir ";
    byte[] first = translated(options + "first");
    JsonNode usage = report().get("usage");
    byte[] second = translated(options + "second --on-exists replace");

    assertThat(second).isEqualTo(first);
    assertThat(report().get("usage")).isEqualTo(usage);
    assertThat(usage.get("cachedPromptTokens").asInt()).isPositive();
  }

  @Test
  void savingWhatIsComputedChangesNothingAndLeavesNothing() throws IOException {
    byte[] usual = translated(" --job-dir usual");
    Outcome saving =
        launcher.run(COMMAND + " --save-context on --job-dir saving --on-exists replace");

    assertThat(saving).succeeded();
    assertThat(saving.err().contains("--save-context works with --engine llama-native only"))
        .isEqualTo(engine == LocalEngine.LLAMA);
    assertThat(launcher.work().resolve("lighthouse.zh.epub")).hasBinaryContent(usual);
    assertThat(launcher.work().resolve("saving/contexts")).doesNotExist();
  }

  @Test
  void theReportSaysWhatTheAnswersCameFrom() throws IOException {
    translated(" --seed 7 --temperature 0.3 --top-k 20 -v");

    JsonNode manifest = report().get("manifest");
    assertThat(manifest.get("engine").asString()).isEqualTo(engine.option());
    assertThat(manifest.get("engineBuild").asString()).matches(engine.build());
    assertThat(manifest.get("modelFile").asString()).isEqualTo("demo-en-zh.gguf");
    assertThat(manifest.get("modelBytes").asLong())
        .isEqualTo(Files.size(Launcher.samples().resolve("demo-model").resolve("demo-en-zh.gguf")));
    assertThat(manifest.get("fingerprint").asString()).matches("[0-9a-f]{32}");
    assertThat(manifest.get("chatTemplateHash").asString()).matches("[0-9a-f]{32}");
    assertThat(manifest.get("promptProfile").asString()).isEqualTo("demo");
    assertThat(manifest.get("version").asString()).matches("\\d+\\.\\d+.*");
    assertThat(manifest.get("seed").asInt()).isEqualTo(7);
    assertThat(manifest.get("sampling").get("temperature").asDouble()).isEqualTo(0.3);
    assertThat(manifest.get("sampling").get("topK").asInt()).isEqualTo(20);
    assertThat(manifest.get("contextWindow").asInt()).isEqualTo(1024);
    assertThat(manifest.get("slots").asInt()).isEqualTo(1);
  }

  @Test
  void verboseTellsWhatWasChosenAndWhy() {
    assertThat(
            launcher.run(COMMAND + " -v --ubatch-size 256 --cache-type-k q8_0 --cache-type-v q8_0"))
        .succeeded()
        .errContains("threads: 1 (the model is so small")
        .errContains("context window: 1024 tokens (what the model was trained for)")
        .errContains("micro-batch: 256 tokens (as set)")
        .errContains("KV cache: q8_0 keys, q8_0 values (as set)")
        .errContains("flash attention: on (needed for values in q8_0)")
        .errContains("slots: 1 (")
        .errContains("memory: ");
  }
}
