package dev.yiben.inference.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.inference.llamacpp.NativeRun.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The knobs are what llama.cpp's own log says of them. */
@Timeout(300)
final class KnobsTest {
  private static final String DECODED = "set_embeddings: value = 0";

  @TempDir Path folder;

  @Test
  void reachLlamaCpp() throws Exception {
    assertThat(NativeRun.log(Scenario.ALL_KNOBS, folder))
        .contains("n_threads = 2, n_threads_batch = 1")
        .contains("n_seq_max     = 2")
        .contains("n_ctx_per_seq = 512")
        .contains("n_batch       = 256")
        .contains("n_ubatch      = 128")
        .contains("flash_attn    = 1")
        .contains("freq_base     = 20000.0")
        .contains("freq_scale    = 0.5")
        .contains("offload = 0, type_k = 'q8_0', type_v = 'q5_1'")
        .contains("mmap = false");
  }

  @Test
  void areLlamaCppsUsualOnesUnlessSet() throws Exception {
    assertThat(NativeRun.log(Scenario.DEFAULTS, folder))
        .contains("n_threads = 1, n_threads_batch = 1")
        .contains("n_seq_max     = 1")
        .contains("n_ctx_per_seq = 1024")
        .contains("n_batch       = 1024")
        .contains("n_ubatch      = 512")
        .contains("flash_attn    = 0")
        .contains("freq_base     = 10000.0")
        .contains("freq_scale    = 1")
        .contains("type_k = 'f16', type_v = 'f16'")
        .contains("mmap = true");
  }

  @Test
  void letADraftModelGuessSeveralTokensAtOnce() throws Exception {
    String log = NativeRun.log(Scenario.DRAFT, folder);

    assertThat(log).contains("loading draft model").contains("n_ctx         = 300");
    assertThat(generated(log)).isGreaterThan(15);
    // Guesses of the model itself are right, so that most tokens come without a step of their own.
    assertThat(steps(log)).isLessThan(generated(log) / 2);
    assertThat(steps(NativeRun.log(Scenario.UNSURE_DRAFT, folder))).isGreaterThan(steps(log));
  }

  @Test
  void applyAnAdapterWithItsScale() throws Exception {
    Lora.write(folder.resolve("lora.gguf"), 8);

    assertThat(NativeRun.log(Scenario.LORA, folder))
        .containsPattern("loading lora adapter from '.*scaled-lora.gguf'")
        .contains("loaded 4 tensors from lora file")
        .contains("set_adapter_lora: adapter = ");
  }

  @Test
  void tellAsManyCachedTokensAsLlamaCppKept() throws Exception {
    String log = NativeRun.log(Scenario.STREAMS, folder);

    List<String> told = Files.readAllLines(folder.resolve("cached"));
    List<String> prompts = all(log, "n_prompt_tokens = (\\d+)");
    List<String> kept = all(log, "kv cache rm \\[(\\d+), end\\)");
    for (int i = 0; i < told.size(); i++) {
      // The first is the trial when the model is loaded.
      assertThat(told.get(i)).isEqualTo(prompts.get(i + 1) + " " + kept.get(i + 1));
    }
    assertThat(told.get(5)).doesNotEndWith(" 0");
    assertThat(told.get(6)).endsWith(" 0");
    assertThat(told.get(7)).doesNotEndWith(" 0");
  }

  private static long steps(String log) {
    return all(log, "(" + DECODED + ")").size();
  }

  private static long generated(String log) {
    List<String> counts = all(log, "(?<!prompt )eval time =.*?/ +(\\d+) tokens");
    return Long.parseLong(counts.get(counts.size() - 1));
  }

  private static List<String> all(String log, String pattern) {
    return Pattern.compile(pattern)
        .matcher(log)
        .results()
        .map((MatchResult result) -> result.group(1))
        .toList();
  }
}
