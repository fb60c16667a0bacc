package dev.yiben.inference.load;

import static dev.yiben.inference.load.LlamaCppSettings.check;

import java.nio.file.Path;

/**
 * A low-rank adapter that changes the model.
 *
 * @param file the adapter as GGUF
 * @param scale how strongly; 1 as it was trained
 */
public record LoraSettings(Path file, double scale) {
  public LoraSettings {
    check(Math.abs(scale) <= 100, "scale of a LoRA adapter", scale);
  }
}
