package dev.yiben.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.inference.pool.DailyReset;
import dev.yiben.inference.pool.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointsFileTest {
  @TempDir Path folder;

  @Test
  void readsEverything() throws Exception {
    EndpointsFile file =
        read(
            """
            mixed_models: true
            endpoints:
              - endpoint: deepseek
                model: deepseek-chat
                key_variable: KEY_1
                weight: 3
                rpm: 60
                tpm: 1_000_000
                rpd: 5000
                reset: 00:00 America/Los_Angeles
                concurrency: 16
                context_length: 32768
              - endpoint: llama-server=http://gpu:8080
                key_file: keys/gpu.key
            """);

    assertThat(file.mixedModels()).isTrue();
    assertThat(file.entries())
        .containsExactly(
            new EndpointEntry(
                folder.resolve("endpoints.yaml") + ":3",
                "deepseek",
                Optional.of("deepseek-chat"),
                Optional.of("KEY_1"),
                Optional.empty(),
                3,
                new Limits(
                    60,
                    1_000_000,
                    5000,
                    new DailyReset(LocalTime.MIDNIGHT, ZoneId.of("America/Los_Angeles")),
                    16),
                32768),
            new EndpointEntry(
                folder.resolve("endpoints.yaml") + ":13",
                "llama-server=http://gpu:8080",
                Optional.empty(),
                Optional.empty(),
                Optional.of(folder.resolve("keys/gpu.key")),
                1,
                Limits.NONE,
                0));
  }

  @Test
  void takesWhatItDoesNotSayFromTheOptions() throws Exception {
    DailyReset noon = new DailyReset(LocalTime.NOON, ZoneId.of("UTC"));

    EndpointsFile file =
        read("- {endpoint: a, rpm: 5}\n- {endpoint: b, rpd: 0}\n", new Limits(1, 2, 3, noon, 4));

    assertThat(file.entries())
        .extracting(EndpointEntry::limits)
        .containsExactly(new Limits(5, 2, 3, noon, 4), new Limits(1, 2, 0, noon, 4));
  }

  @Test
  void takesABareList() throws Exception {
    EndpointsFile file = read("- endpoint: ollama\n- endpoint: vllm\n");

    assertThat(file.entries())
        .extracting(EndpointEntry::endpoint)
        .containsExactly("ollama", "vllm");
    assertThat(file.mixedModels()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "- endpoint: a\\n  rmp: 5            | :2: unknown key 'rmp'; known: concurrency, ",
        "- model: a                          | :1: there is no 'endpoint'",
        "- endpoint: a\\n- endpoint: b\\n  rpm: many | :3: 'many' is no number from 0 to",
        "- endpoint: a\\n  rpm: -1            | :2: '-1' is no number",
        "- endpoint: a\\n  weight: 0          | :2: '0' is no number from 1",
        "- endpoint: a\\n  rpm: 99999999999   | :2: '99999999999' is no number",
        "- endpoint: a\\n  reset: noon        | :2: 'noon' is no time of day with a zone",
        "- endpoint: a\\n  reset: 00:00 Moon  | :2: '00:00 Moon' is no time",
        "- endpoint: a\\n  model:             | :2: a single value is wanted here",
        "- endpoint: [a]                     | :1: a single value is wanted here",
        "- endpoint: a\\n  endpoint: b        | :2: 'endpoint' is there twice",
        "- endpoint: a\\n  key_variable: K\\n  key_file: f | :3: 'key_variable' and 'key_file' exclude",
        "- a                                 | :1: must have keys and values",
        "endpoints: a                        | :1: must be a list",
        "endpoints: []                       | :1: there must be from 1 to 1000 endpoints",
        "mixed_models: true                  | :1: there must be a list 'endpoints'",
        "mixed_models: maybe                 | :1: must be true or false",
        "endpointz: []                       | :1: unknown key 'endpointz'",
        "- endpoint: [a                      | :1: expected ',' or ']'",
        "''                                  | is empty",
      })
  void tellsFileAndLineOfWhatIsWrong(String content, String message) {
    assertThatThrownBy(() -> read(content.replace("\\n", "\n")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("endpoints.yaml")
        .hasMessageContaining(message);
  }

  @Test
  void tellsOfAFileThatIsNotThere() {
    assertThatThrownBy(() -> EndpointsFile.read(folder.resolve("none.yaml"), Limits.NONE))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("none.yaml: cannot be read: no such file");
  }

  private EndpointsFile read(String content) throws IOException {
    return read(content, Limits.NONE);
  }

  private EndpointsFile read(String content, Limits usual) throws IOException {
    return EndpointsFile.read(Files.writeString(folder.resolve("endpoints.yaml"), content), usual);
  }
}
