package dev.yiben.inference.decoding;

import java.util.Arrays;

/** Finds the tokens of a text that must come which need not be asked of the model. */
public final class ForcedTokens {
  private ForcedTokens() {}

  /**
   * Returns the tokens that are certain: the first of the given ones, up to the place from which
   * one longer token of the model may go on beyond the text that must come.
   *
   * @param state where the text must come
   * @param tokens of {@link GrammarState#forced}, as the model's tokenizer makes them
   * @return none if these are not the tokens of that text, as where a tokenizer puts a blank first
   */
  public static int[] certain(GrammarState state, int[] tokens) {
    TokenTable table = state.grammar().tokens();
    byte[] forced = state.forced();
    int certain = 0;
    int length = 0;
    boolean open = true;
    for (int token : tokens) {
      byte[] piece = table.piece(token);
      int end = length + piece.length;
      if (!table.isText(token)
          || end > forced.length
          || !Arrays.equals(piece, 0, piece.length, forced, length, end)) {
        return new int[0];
      }
      open = open && !state.grammar().allowsLonger(state.state(), forced, length);
      certain += open ? 1 : 0;
      length = end;
    }
    return length == forced.length ? Arrays.copyOf(tokens, certain) : new int[0];
  }
}
