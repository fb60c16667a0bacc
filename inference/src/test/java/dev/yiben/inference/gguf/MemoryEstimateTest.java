package dev.yiben.inference.gguf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MemoryEstimateTest {
  private static final long MIB = 1 << 20;

  @TempDir Path folder;

  /** The shape of Qwen2.5-7B: 28 layers, 28 heads of 128, of which 4 have keys and values. */
  private static GgufBuilder qwen() {
    return new GgufBuilder()
        .text("general.architecture", "qwen2")
        .number("qwen2.block_count", 28)
        .number("qwen2.embedding_length", 3584)
        .number("qwen2.feed_forward_length", 18944)
        .number("qwen2.attention.head_count", 28)
        .number("qwen2.attention.head_count_kv", 4)
        .texts("tokenizer.ggml.tokens", "a", "b");
  }

  private MemoryEstimate estimate(GgufBuilder model, ContextShape context) throws IOException {
    return MemoryEstimate.of(
        GgufHeader.read(model.write(folder.resolve("m.gguf"))), 4683 * MIB, context);
  }

  @Test
  void countsKeysAndValuesOfGroupedHeadsInTheirTypes() throws IOException {
    // 28 layers of 4 heads of 128 keys and 128 values.
    long numbers = 28L * 4 * 256;

    assertThat(estimate(qwen(), ContextShape.of(1, 4096)).cache()).isEqualTo(numbers * 4096 * 2);
    assertThat(estimate(qwen(), ContextShape.of(2, 4096)).cache()).isEqualTo(numbers * 8192 * 2);
    ContextShape small = new ContextShape(4096, 1, KvCacheType.Q8_0, KvCacheType.Q4_0, 512, true);
    assertThat(estimate(qwen(), small).cache())
        .isEqualTo(numbers / 2 * 4096 * 34 / 32 + numbers / 2 * 4096 * 18 / 32);
  }

  @Test
  void countsTheAttentionMatrixUnlessItIsComputedPieceByPiece() throws IOException {
    ContextShape plain = ContextShape.of(1, 8192);
    ContextShape flash = new ContextShape(8192, 1, KvCacheType.F16, KvCacheType.F16, 512, true);

    assertThat(estimate(qwen(), plain).compute() - estimate(qwen(), flash).compute())
        .isBetween(300 * MIB, 28L * 8192 * 512 * 4);
  }

  /** What llama.cpp says for Llama 3.1 8B at 8192 tokens, 512 at once: 560 MiB. */
  @Test
  void countsTheRoomForComputing() throws IOException {
    GgufBuilder llama =
        new GgufBuilder()
            .text("general.architecture", "llama")
            .number("llama.block_count", 32)
            .number("llama.embedding_length", 4096)
            .number("llama.feed_forward_length", 14_336)
            .number("llama.attention.head_count", 32)
            .number("llama.attention.head_count_kv", 8);

    assertThat(estimate(llama, ContextShape.of(1, 8192)).compute()).isBetween(550 * MIB, 620 * MIB);
  }

  @Test
  void splitsBetweenMachineAndGpuByLayers() throws IOException {
    MemoryEstimate estimate = estimate(qwen(), ContextShape.of(1, 4096));

    assertThat(estimate.gpu(0, true)).isZero();
    assertThat(estimate.host(0, true)).isEqualTo(estimate.total());
    assertThat(estimate.gpu(99, true)).isCloseTo(estimate.total(), within());
    assertThat(estimate.gpu(14, true) - estimate.gpu(14, false))
        .isCloseTo(estimate.cache() / 2, within());
  }

  private static Offset<Long> within() {
    return Offset.offset(100L);
  }

  @Test
  void takesNumbersThatMakeNoSenseForUnknown() throws IOException {
    GgufBuilder hostile =
        new GgufBuilder()
            .text("general.architecture", "llama")
            .number("llama.block_count", -1)
            .number("llama.embedding_length", -1)
            .number("llama.attention.head_count", -1);

    MemoryEstimate estimate = estimate(hostile, ContextShape.of(64, 1 << 20));

    assertThat(estimate.total()).isEqualTo(4683 * MIB);
    assertThat(estimate.gpu(10, true)).isZero();
  }
}
