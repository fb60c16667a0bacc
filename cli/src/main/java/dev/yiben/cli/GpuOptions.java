package dev.yiben.cli;

import dev.yiben.inference.load.GpuSettings;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that say what llama.cpp does on which graphics processor. */
final class GpuOptions implements OptionSection {
  @Option(
      names = "--kv-offload",
      paramLabel = "on|off",
      defaultValue = "on",
      arity = "1",
      converter = OnOff.class,
      description = "Keep the KV cache of the layers on the GPU there as well; default: on.")
  private boolean offloadCache;

  @Option(
      names = "--main-gpu",
      paramLabel = "N",
      defaultValue = "0",
      description = "Number of the GPU for what is not split; default: 0, the first.")
  private int mainGpu;

  @Option(
      names = "--split-mode",
      paramLabel = "none|layer|row",
      description = "How a model is split over several GPUs; default: by layers.")
  private Optional<GpuSettings.Split> split = Optional.empty();

  @Option(
      names = "--tensor-split",
      paramLabel = "N",
      split = ",",
      splitSynopsisLabel = ",",
      description = "Shares of the GPUs in order, such as 3,1; default: by their memory.")
  private List<Double> shares = List.of();

  GpuSettings settings(Optional<Integer> layers) {
    return new GpuSettings(layers, offloadCache, mainGpu, split, shares);
  }

  @Override
  public String heading() {
    return LlamaOptions.HEADING;
  }
}
