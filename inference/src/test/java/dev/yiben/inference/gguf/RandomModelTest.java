package dev.yiben.inference.gguf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RandomModelTest {
  @TempDir Path folder;

  @Test
  void isTheSameFileEachTime() throws IOException {
    Path one = RandomModel.qwen3(folder.resolve("one.gguf"));

    assertThat(RandomModel.qwen3(folder.resolve("two.gguf"))).hasSameBinaryContentAs(one);
    assertThat(RandomModel.untiedQwen3(folder.resolve("untied.gguf")).toFile().length())
        .isGreaterThan(one.toFile().length());
  }

  @Test
  void saysOfItselfWhatRealOnesSay() throws IOException {
    GgufHeader gemma = GgufHeader.read(RandomModel.gemma3(folder.resolve("gemma.gguf")));
    GgufHeader qwen = GgufHeader.read(RandomModel.qwen35(folder.resolve("qwen.gguf")));

    assertThat(gemma.architecture()).isEqualTo("gemma3");
    assertThat(gemma.controlTokens()).contains("<end_of_turn>", "<bos>");
    assertThat(gemma.architectureNumber("attention.sliding_window")).hasValue(64);
    assertThat(qwen.architecture()).isEqualTo("qwen35");
    assertThat(qwen.controlTokens()).contains("<|im_end|>");
    assertThat(ModelShape.of(qwen).keySize()).isEqualTo(32);
  }

  @Test
  void hasAsManyTokensAsWanted() throws IOException {
    Path file = RandomModel.qwen3(40_000, folder.resolve("large.gguf"));

    assertThat(GgufHeader.read(file).vocabularySize()).isEqualTo(40_000);
  }
}
