package dev.yiben.inference.load;

import static dev.yiben.inference.load.LlamaCppSettings.check;
import static dev.yiben.inference.load.LlamaCppSettings.checkRange;

import java.nio.file.Path;

/**
 * A small model of the same tokens that guesses ahead, so that the large one computes several
 * tokens at once. llama.cpp uses it for requests of a stream, while prompts are cached.
 *
 * @param model its GGUF file
 * @param most most tokens to guess at once
 * @param least fewer guesses than this are not tried; llama.cpp takes 2 at least
 * @param leastProbability guessing ends at a token that is less probable
 * @param window its context window in tokens; 0 for that of a slot
 * @param gpuLayers its layers on the graphics processor
 */
public record DraftSettings(
    Path model, int most, int least, double leastProbability, int window, int gpuLayers) {
  private static final int MOST_GUESSES = 64;
  private static final int LARGEST_WINDOW = 1 << 20;

  public DraftSettings {
    checkRange(most, 1, MOST_GUESSES, "most tokens of a draft");
    check(least >= 0 && least <= most, "least tokens of a draft", least);
    check(
        leastProbability >= 0 && leastProbability <= 1,
        "least probability of a draft's token",
        leastProbability);
    checkRange(window, 0, LARGEST_WINDOW, "context window of the draft model");
    checkRange(gpuLayers, 0, GpuSettings.MOST_LAYERS, "number of the draft model's GPU layers");
  }

  /** Returns llama.cpp's usual limits for a draft model. */
  public static DraftSettings of(Path model) {
    return new DraftSettings(model, 16, 2, 0.75, 0, 0);
  }
}
