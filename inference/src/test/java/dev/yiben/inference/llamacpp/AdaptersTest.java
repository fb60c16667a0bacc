package dev.yiben.inference.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.inference.GenerationListener;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.gguf.GgufBuilder;
import dev.yiben.inference.load.DraftSettings;
import dev.yiben.inference.load.LlamaCppSettings;
import dev.yiben.inference.load.LoraSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** LoRA adapters and draft models. */
@Timeout(300)
final class AdaptersTest {
  private static final LlamaCppSettings PLAIN = LlamaCppSettings.of(DemoModel.FILE);

  @TempDir Path folder;

  /** Returns the answer and the engine's fingerprint. */
  private static String[] answer(LlamaCppSettings settings) throws InterruptedException {
    try (LlamaCppEngine engine = LlamaCppEngine.open(settings)) {
      return new String[] {
        engine.generate(DemoModel.request(DemoModel.TWO_LINES, 60), GenerationListener.NONE).text(),
        engine.capabilities().fingerprint()
      };
    }
  }

  @Test
  void changesTheModelByAnAdapterAsMuchAsItsScaleSays() throws Exception {
    Path adapter = Lora.write(folder.resolve("lora.gguf"), 8);
    String[] plain = answer(PLAIN);

    String[] changed = answer(PLAIN.with(new LoraSettings(adapter, 1)));
    String[] hardly = answer(PLAIN.with(new LoraSettings(adapter, 1e-6)));

    assertThat(changed[0]).isNotEqualTo(plain[0]);
    assertThat(hardly[0]).isEqualTo(plain[0]);
    assertThat(answer(PLAIN.with(new LoraSettings(adapter, 0)))[0]).isEqualTo(plain[0]);
    Path half = Lora.write(folder.resolve("half.gguf"), 4);
    assertThat(answer(PLAIN.with(new LoraSettings(adapter, 0.5)))[0])
        .isEqualTo(answer(PLAIN.with(new LoraSettings(half, 1)))[0])
        .isNotEqualTo(changed[0]);
    assertThat(plain[1]).isNotEqualTo(changed[1]).isNotEqualTo(hardly[1]);
    assertThat(changed[1]).isNotEqualTo(hardly[1]);
  }

  @Test
  void refusesWhatIsNoAdapterForTheModel() throws IOException {
    Path other = Lora.builder("qwen2", 8).write(folder.resolve("other.gguf"));
    Path unscaled = Lora.builder("llama", 0).write(folder.resolve("unscaled.gguf"));

    assertThatThrownBy(() -> LlamaCppEngine.open(PLAIN.with(new LoraSettings(DemoModel.FILE, 1))))
        .isInstanceOf(InferenceException.class)
        .hasMessage(DemoModel.FILE + ": is no LoRA adapter; give one in GGUF format");
    assertThatThrownBy(() -> LlamaCppEngine.open(PLAIN.with(new LoraSettings(other, 1))))
        .hasMessageContaining("architecture 'qwen2', and the model's is 'llama'");
    assertThatThrownBy(() -> LlamaCppEngine.open(PLAIN.with(new LoraSettings(unscaled, 0.5))))
        .hasMessageContaining("scale 1 only");
  }

  @Test
  void givesTheSameAnswerWithADraftModel() throws Exception {
    assertThat(answer(PLAIN.with(DraftSettings.of(DemoModel.FILE)))).isEqualTo(answer(PLAIN));
  }

  @Test
  void refusesADraftModelOfOtherTokens() throws IOException {
    String[] tokens = new String[2600];
    Arrays.setAll(tokens, id -> "token" + id);
    Path other =
        new GgufBuilder()
            .text("general.architecture", "llama")
            .text("tokenizer.ggml.model", "gpt2")
            .texts("tokenizer.ggml.tokens", tokens)
            .write(folder.resolve("other.gguf"));
    Path few =
        new GgufBuilder()
            .text("general.architecture", "llama")
            .texts("tokenizer.ggml.tokens", "a")
            .write(folder.resolve("few.gguf"));
    Path sentencePiece =
        new GgufBuilder()
            .text("general.architecture", "llama")
            .text("tokenizer.ggml.model", "llama")
            .write(folder.resolve("sentencepiece.gguf"));

    assertRefused(other, "the two differ in token 5");
    assertRefused(few, "it has 1 tokens, and the model has 2600");
    assertRefused(sentencePiece, "its model is llama, and the model's is gpt2");
  }

  private static void assertRefused(Path draft, String reason) {
    assertThatThrownBy(() -> LlamaCppEngine.open(PLAIN.with(DraftSettings.of(draft))))
        .isInstanceOf(InferenceException.class)
        .hasMessageStartingWith(draft + ": cannot draft for " + DemoModel.FILE)
        .hasMessageContaining(reason);
  }
}
