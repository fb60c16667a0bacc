package dev.yiben.inference.load;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.gguf.GgufHeader;

/** An adapter that fits a model. */
public record LoraFile(GgufHeader header, double scale) {

  /**
   * Reads the header of an adapter.
   *
   * @throws InferenceException if it is none, or for another kind of model
   */
  public static LoraFile open(LoraSettings settings, GgufHeader model) {
    GgufHeader header = GgufHeader.read(settings.file());
    if (!header.string("general.type").orElse("").equals("adapter")
        || !header.string("adapter.type").orElse("").equals("lora")) {
      throw refused(header, "is no LoRA adapter; give one in GGUF format");
    }
    if (!header.architecture().equals(model.architecture())) {
      throw refused(
          header,
          "is an adapter for models of the architecture '"
              + header.architecture()
              + "', and the model's is '"
              + model.architecture()
              + "'");
    }
    return new LoraFile(header, settings.scale());
  }

  private static InferenceException refused(GgufHeader header, String problem) {
    return new InferenceException(Category.USER, header.file() + ": " + problem);
  }
}
