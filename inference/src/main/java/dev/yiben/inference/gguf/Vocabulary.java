package dev.yiben.inference.gguf;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The tokens of a model, to be compared with those of another.
 *
 * @param header of the model's file
 * @param tokens a hash of each token's text, in the order of their numbers
 */
public record Vocabulary(GgufHeader header, List<Integer> tokens) {
  // Bounds of llama.cpp's own comparison: padding and the first few special tokens may differ.
  private static final int LARGEST_DIFFERENCE = 128;
  private static final int FIRST_COMPARED = 5;

  public Vocabulary {
    tokens = List.copyOf(tokens);
  }

  /**
   * Reads the vocabulary.
   *
   * @throws GgufException if the file is no sound GGUF file
   */
  public static Vocabulary read(Path file) {
    return GgufParser.vocabulary(file);
  }

  /**
   * Returns why a model with the other vocabulary cannot guess tokens for this one; nothing if it
   * can.
   */
  public Optional<String> difference(Vocabulary other) {
    for (String key : List.of("model", "bos_token_id", "eos_token_id", "add_bos_token")) {
      Object mine = header.metadata().get("tokenizer.ggml." + key);
      Object its = other.header.metadata().get("tokenizer.ggml." + key);
      if (mine != null && its != null && !mine.equals(its)) {
        return Optional.of(
            "its " + key + " is " + printable(its) + ", and the model's is " + printable(mine));
      }
    }
    if (Math.abs(tokens.size() - other.tokens.size()) > LARGEST_DIFFERENCE) {
      return Optional.of(
          "it has " + other.tokens.size() + " tokens, and the model has " + tokens.size());
    }
    for (int id = FIRST_COMPARED; id < Math.min(tokens.size(), other.tokens.size()); id++) {
      if (!tokens.get(id).equals(other.tokens.get(id))) {
        return Optional.of("the two differ in token " + id);
      }
    }
    return Optional.empty();
  }

  private static String printable(Object value) {
    return GgufHeader.printable(value.toString());
  }
}
