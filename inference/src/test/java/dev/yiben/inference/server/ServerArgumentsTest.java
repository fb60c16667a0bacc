package dev.yiben.inference.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.inference.gguf.KvCacheType;
import dev.yiben.inference.load.ComputeSettings;
import dev.yiben.inference.load.ContextSettings;
import dev.yiben.inference.load.DraftSettings;
import dev.yiben.inference.load.GpuSettings;
import dev.yiben.inference.load.LlamaCppSettings;
import dev.yiben.inference.load.LoraSettings;
import dev.yiben.inference.load.MemorySettings;
import dev.yiben.inference.load.RopeSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerArgumentsTest {
  private static final Path MODEL = Path.of("models", "m.gguf");

  @Test
  void leavesTheServerItsDefaults() {
    assertThat(ServerArguments.of(LlamaCppSettings.of(MODEL).withSlots(3), 4096))
        .containsExactly(
            "--model",
            MODEL.toString(),
            "--alias",
            "m.gguf",
            "--ctx-size",
            "12288",
            "--parallel",
            "3");
  }

  @Test
  void passesEveryKnobOn() {
    LlamaCppSettings settings =
        new LlamaCppSettings(
            MODEL,
            new ContextSettings(
                0,
                1,
                true,
                KvCacheType.Q8_0,
                KvCacheType.Q8_0,
                new RopeSettings(Optional.of(RopeSettings.Scaling.YARN), 1e6, 0.25, 32768)),
            new ComputeSettings(
                7,
                8,
                1024,
                256,
                ComputeSettings.FlashAttention.ON,
                ComputeSettings.Numa.DISTRIBUTE),
            new GpuSettings(
                Optional.of(99), false, 1, Optional.of(GpuSettings.Split.ROW), List.of(3.0, 1.0)),
            new MemorySettings(false, true, true),
            Optional.of(new DraftSettings(Path.of("d.gguf"), 16, 2, 0.75, 2048, 9)),
            Optional.of(new LoraSettings(Path.of("l.gguf"), 0.5)),
            Optional.empty());

    assertThat(String.join(" ", ServerArguments.of(settings, 8192)))
        .endsWith(
            "--ctx-size 8192 --parallel 1 --cache-type-k q8_0 --cache-type-v q8_0"
                + " --rope-scaling yarn --rope-freq-base 1000000 --rope-freq-scale 0.25"
                + " --yarn-orig-ctx 32768 --threads 7 --threads-batch 8 --batch-size 1024"
                + " --ubatch-size 256 --flash-attn on --numa distribute --gpu-layers 99"
                + " --no-kv-offload --main-gpu 1 --split-mode row --tensor-split 3.0,1.0 --no-mmap"
                + " --mlock --model-draft d.gguf --draft-max 16 --draft-min 2 --draft-p-min 0.75"
                + " --ctx-size-draft 2048 --gpu-layers-draft 9 --lora-scaled l.gguf 0.5");
  }
}
