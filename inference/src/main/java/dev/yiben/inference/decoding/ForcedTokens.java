package dev.yiben.inference.decoding;

import java.util.Arrays;

/** Finds the tokens of a text that must come which the model would choose itself. */
public final class ForcedTokens {
  private ForcedTokens() {}

  /**
   * Returns the tokens that are certain: the first of the given ones, without those in whose place
   * a longer token may stand that goes on beyond the text.
   *
   * @param state where the text must come
   * @param tokens those of {@link GrammarState#forced}, as the model's tokenizer makes them
   */
  public static int[] certain(GrammarState state, int[] tokens) {
    TokenTable table = state.grammar().tokens();
    byte[] forced = state.forced();
    int length = 0;
    for (int token : tokens) {
      byte[] piece = table.piece(token);
      if (!table.isText(token)
          || length + piece.length > forced.length
          || !Arrays.equals(piece, 0, piece.length, forced, length, length + piece.length)) {
        return new int[0];
      }
      length += piece.length;
    }
    return Arrays.copyOf(tokens, Math.max(0, tokens.length - 1));
  }
}
