package dev.yiben.inference.load;

import dev.yiben.inference.gguf.KvCacheType;
import java.util.List;
import java.util.Optional;

/** Settings of which none is what would be chosen, to see that each reaches llama.cpp. */
public final class AllKnobs {
  private AllKnobs() {}

  /** Returns settings with every knob turned. */
  public static LlamaCppSettings turned(LlamaCppSettings settings) {
    return settings
        .with(
            new ContextSettings(
                512,
                2,
                true,
                KvCacheType.Q8_0,
                KvCacheType.Q5_1,
                new RopeSettings(Optional.of(RopeSettings.Scaling.YARN), 20_000, 0.5, 1000)))
        .with(
            new ComputeSettings(
                2, 1, 256, 128, ComputeSettings.FlashAttention.ON, ComputeSettings.Numa.DISTRIBUTE))
        .with(new MemorySettings(false, true, true))
        .with(
            new GpuSettings(
                Optional.of(3), false, 0, Optional.of(GpuSettings.Split.ROW), List.of(1.0, 2.0)));
  }
}
