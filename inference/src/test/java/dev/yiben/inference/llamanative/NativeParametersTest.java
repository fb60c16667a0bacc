package dev.yiben.inference.llamanative;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.inference.libllama.ComputeDevice;
import dev.yiben.inference.libllama.ComputeDevice.Kind;
import dev.yiben.inference.load.GpuSettings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NativeParametersTest {
  private static final ComputeDevice PROCESSOR = device(Kind.PROCESSOR, 64);
  private static final ComputeDevice LARGE = device(Kind.GRAPHICS_CARD, 24);
  private static final ComputeDevice SMALL = device(Kind.GRAPHICS_CARD, 8);
  private static final ComputeDevice INTEGRATED = device(Kind.INTEGRATED_GRAPHICS, 16);

  @Test
  void countsTheMemoryOfAllCards() {
    assertThat(memory(GpuSettings.NONE, PROCESSOR)).isZero();
    assertThat(memory(GpuSettings.NONE, LARGE, INTEGRATED, SMALL, PROCESSOR)).isEqualTo(32);
  }

  @Test
  void takesIntegratedGraphicsWhereThereIsNoCard() {
    assertThat(memory(GpuSettings.NONE, PROCESSOR, INTEGRATED)).isEqualTo(16);
  }

  @Test
  void countsOneCardWhereTheModelIsNotSplit() {
    assertThat(memory(unsplit(1), LARGE, SMALL)).isEqualTo(8);
    assertThat(memory(unsplit(2), LARGE, SMALL)).isZero();
  }

  private static GpuSettings unsplit(int mainGpu) {
    return new GpuSettings(
        Optional.empty(), true, mainGpu, Optional.of(GpuSettings.Split.NONE), List.of());
  }

  private static long memory(GpuSettings gpu, ComputeDevice... devices) {
    return NativeParameters.gpuMemory(List.of(devices), gpu);
  }

  private static ComputeDevice device(Kind kind, long total) {
    return new ComputeDevice("X0", "X", kind, total / 2, total);
  }
}
