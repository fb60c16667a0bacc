package dev.yiben.inference.llamacpp;

import dev.yiben.inference.gguf.GgufBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

/** An adapter for the demo model that makes nonsense of it. */
public final class Lora {
  private static final int WIDTH = 192;
  private static final int RANK = 2;

  private Lora() {}

  /** Writes one. */
  public static Path write(Path file, float alpha) throws IOException {
    return builder("llama", alpha).write(file);
  }

  static GgufBuilder builder(String architecture, float alpha) {
    Random random = new Random(5);
    GgufBuilder builder =
        new GgufBuilder()
            .text("general.type", "adapter")
            .text("general.architecture", architecture)
            .text("adapter.type", "lora")
            .fraction("adapter.lora.alpha", alpha);
    for (String tensor : new String[] {"attn_output", "attn_v"}) {
      builder
          .tensor("blk.1." + tensor + ".weight.lora_a", numbers(random), WIDTH, RANK)
          .tensor("blk.1." + tensor + ".weight.lora_b", numbers(random), RANK, WIDTH);
    }
    return builder;
  }

  private static float[] numbers(Random random) {
    float[] numbers = new float[WIDTH * RANK];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }
}
