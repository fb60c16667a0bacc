package dev.yiben.inference.server;

import dev.yiben.inference.load.ContextSettings;
import dev.yiben.inference.load.LlamaCppSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How a {@code llama-server} is run.
 *
 * @param program the executable
 * @param load how it loads the model; what is 0 there is left to the server, but the context
 *     window: 0 takes the model's own, at most {@value #LARGEST_CHOSEN_WINDOW}
 * @param arguments further ones for its command line, which win over ours
 * @param log file that its output is added to
 * @param startLimit how long loading the model may take
 */
public record LlamaServerSettings(
    Path program, LlamaCppSettings load, List<String> arguments, Path log, Duration startLimit) {
  static final int LARGEST_CHOSEN_WINDOW = 8192;

  public LlamaServerSettings {
    arguments = List.copyOf(arguments);
  }

  /** Returns what of these settings changes answers, in any fixed form; the model says the rest. */
  String waysOfAnswering() {
    ContextSettings context = load.context();
    return load.lora() + " " + context.keys() + context.values() + context.rope() + arguments;
  }

  /** Returns the model's file. */
  Path model() {
    return load.model();
  }
}
