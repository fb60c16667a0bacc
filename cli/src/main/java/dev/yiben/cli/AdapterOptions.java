package dev.yiben.cli;

import dev.yiben.inference.load.DraftSettings;
import dev.yiben.inference.load.LoraSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Option;

/** Options for what goes beside the model: a draft model, a LoRA adapter. */
final class AdapterOptions implements OptionSection {
  @Option(
      names = "--draft-model",
      paramLabel = "NAME|FILE",
      description =
          "A small model of the same family that guesses tokens ahead, which the large one checks"
              + " several at once (speculative decoding); default: none.")
  private Optional<String> draftModel = Optional.empty();

  @Option(
      names = "--draft-max",
      paramLabel = "N",
      defaultValue = "16",
      description = "Most tokens that it guesses at once; default: 16.")
  private int draftMax;

  @Option(
      names = "--draft-min",
      paramLabel = "N",
      defaultValue = "2",
      description = "Fewer guesses than this are not tried; default: 2.")
  private int draftMin;

  @Option(
      names = "--draft-p-min",
      paramLabel = "NUMBER",
      defaultValue = "0.75",
      description = "Guessing ends at a token that is less probable; default: 0.75.")
  private double draftLeastProbability;

  @Option(
      names = "--draft-context-length",
      paramLabel = "N",
      defaultValue = "0",
      description = "Context window of the draft model; default: 0, that of a request.")
  private int draftContextLength;

  @Option(
      names = "--draft-gpu-layers",
      paramLabel = "N",
      defaultValue = "0",
      description = "Layers of the draft model that run on the GPU; default: 0.")
  private int draftGpuLayers;

  @Option(
      names = "--lora",
      paramLabel = "FILE",
      description = "LoRA adapter in GGUF format that changes the model; default: none.")
  private Optional<Path> lora = Optional.empty();

  @Option(
      names = "--lora-scale",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description = "How strongly the adapter changes it; default: 1, as it was trained.")
  private double loraScale;

  Optional<String> draftModel() {
    return draftModel;
  }

  DraftSettings draft(Path model) {
    return new DraftSettings(
        model, draftMax, draftMin, draftLeastProbability, draftContextLength, draftGpuLayers);
  }

  Optional<LoraSettings> lora(UnaryOperator<Path> resolver) {
    return lora.map(file -> new LoraSettings(resolver.apply(file), loraScale));
  }

  @Override
  public String heading() {
    return LlamaOptions.HEADING;
  }
}
