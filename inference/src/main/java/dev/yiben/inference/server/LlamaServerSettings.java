package dev.yiben.inference.server;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * How a {@code llama-server} is run.
 *
 * @param program the executable
 * @param model the GGUF file; of a split model the first file
 * @param contextWindow tokens that a prompt and its answer may take together, for each slot; 0
 *     takes the model's own, at most {@value #LARGEST_CHOSEN_WINDOW}
 * @param slots requests that are worked on at once; each takes memory for its context window
 * @param threads processor threads; 0 for what the server chooses
 * @param gpuLayers layers on the graphics processor; empty for what the server chooses
 * @param arguments further ones for its command line, which win over ours
 * @param log file that its output is added to
 * @param startLimit how long loading the model may take
 */
public record LlamaServerSettings(
    Path program,
    Path model,
    int contextWindow,
    int slots,
    int threads,
    OptionalInt gpuLayers,
    List<String> arguments,
    Path log,
    Duration startLimit) {
  static final int LARGEST_CHOSEN_WINDOW = 8192;
  private static final int MOST_SLOTS = 256;

  public LlamaServerSettings {
    arguments = List.copyOf(arguments);
    if (slots < 1 || slots > MOST_SLOTS) {
      throw new InferenceException(Category.USER, "The number of slots cannot be " + slots);
    }
    if (contextWindow < 0 || threads < 0) {
      throw new InferenceException(
          Category.USER, "The context window and the number of threads cannot be negative");
    }
  }
}
