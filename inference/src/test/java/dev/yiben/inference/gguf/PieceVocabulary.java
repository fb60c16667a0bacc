package dev.yiben.inference.gguf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A vocabulary of pieces with scores in the manner of SentencePiece: control tokens, a token for
 * each byte, characters and words, with {@code ▁} for a space.
 */
final class PieceVocabulary {
  static final int END_OF_TURN = 5;
  static final int END = 1;
  static final int BEGIN = 2;

  private static final int NORMAL = 1;
  private static final int UNKNOWN = 2;
  private static final int CONTROL = 3;
  private static final int BYTE = 6;
  private static final List<String> CONTROLS =
      List.of("<pad>", "<eos>", "<bos>", "<unk>", "<start_of_turn>", "<end_of_turn>");

  private final List<String> tokens = new ArrayList<>(CONTROLS);
  private final List<Integer> types = new ArrayList<>();

  /** Creates a vocabulary of printable ASCII, these characters and these words. */
  PieceVocabulary(String characters, List<String> words) {
    CONTROLS.forEach(token -> types.add(token.equals("<unk>") ? UNKNOWN : CONTROL));
    for (int value = 0; value < 256; value++) {
      add(String.format(Locale.ROOT, "<0x%02X>", value), BYTE);
    }
    add("▁", NORMAL);
    for (char character = '!'; character <= '~'; character++) {
      add(String.valueOf(character), NORMAL);
    }
    characters.codePoints().forEach(point -> add(Character.toString(point), NORMAL));
    // A word comes about by joining its beginnings, which have to be pieces too.
    for (String word : words) {
      for (int end = 1; end <= word.length(); end++) {
        String beginning = "▁" + word.substring(0, end);
        if (!tokens.contains(beginning)) {
          add(beginning, NORMAL);
        }
      }
    }
  }

  private void add(String token, int type) {
    tokens.add(token);
    types.add(type);
  }

  int size() {
    return tokens.size();
  }

  /** Describes the vocabulary in a model's header. */
  void describe(GgufBuilder gguf) {
    float[] scores = new float[tokens.size()];
    for (int id = 0; id < scores.length; id++) {
      // Longer pieces, which come last, are joined first.
      scores[id] = types.get(id) == NORMAL ? id - scores.length : 0;
    }
    gguf.text("tokenizer.ggml.model", "llama")
        .text("tokenizer.ggml.pre", "default")
        .texts("tokenizer.ggml.tokens", tokens.toArray(String[]::new))
        .fractions("tokenizer.ggml.scores", scores)
        .numbers("tokenizer.ggml.token_type", types.stream().mapToInt(Integer::intValue).toArray())
        .number("tokenizer.ggml.bos_token_id", BEGIN)
        .number("tokenizer.ggml.eos_token_id", END)
        .number("tokenizer.ggml.eot_token_id", END_OF_TURN)
        .number("tokenizer.ggml.unknown_token_id", 3)
        .number("tokenizer.ggml.padding_token_id", 0)
        .flag("tokenizer.ggml.add_bos_token", true)
        .flag("tokenizer.ggml.add_eos_token", false)
        .flag("tokenizer.ggml.add_space_prefix", false);
  }
}
