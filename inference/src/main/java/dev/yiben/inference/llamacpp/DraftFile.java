package dev.yiben.inference.llamacpp;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.gguf.Vocabulary;
import dev.yiben.inference.load.DraftSettings;
import dev.yiben.inference.load.LlamaCppSettings;
import dev.yiben.inference.load.ModelFile;

/** Opens draft models. */
final class DraftFile {
  private DraftFile() {}

  /**
   * Reads the header of a draft model.
   *
   * @throws InferenceException if it cannot guess the tokens of the model (USER)
   */
  static ModelFile open(DraftSettings draft, LlamaCppSettings settings) {
    ModelFile file = EmbeddedArchitectures.open(draft.model());
    Vocabulary.read(settings.model())
        .difference(Vocabulary.read(draft.model()))
        .ifPresent(
            difference -> {
              throw refused(
                  draft,
                  "cannot draft for "
                      + settings.model()
                      + ", since "
                      + difference
                      + "; choose a smaller model of the same family");
            });
    if (settings.lora().isPresent()) {
      throw refused(
          draft,
          "llama.cpp would apply the LoRA adapter to the draft model as well; leave out one of"
              + " the two");
    }
    return file;
  }

  private static InferenceException refused(DraftSettings draft, String problem) {
    return new InferenceException(Category.USER, draft.model() + ": " + problem);
  }
}
