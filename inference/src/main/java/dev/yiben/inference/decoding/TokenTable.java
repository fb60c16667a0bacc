package dev.yiben.inference.decoding;

import java.util.BitSet;
import java.util.List;

/** The bytes that the tokens of a model stand for. */
public final class TokenTable {
  private final byte[] bytes;
  private final int[] starts;
  private final BitSet ends;
  private final BitSet text = new BitSet();
  private final TokenTrie trie;

  /**
   * Creates a table.
   *
   * @param pieces the bytes of each token, by its number
   * @param ends tokens that end the answer
   * @param never tokens that are no text, such as those between the turns of a conversation, which
   *     no grammar allows
   */
  public TokenTable(List<byte[]> pieces, BitSet ends, BitSet never) {
    this.ends = (BitSet) ends.clone();
    this.starts = new int[pieces.size() + 1];
    long total = 0;
    for (byte[] piece : pieces) {
      total += piece.length;
    }
    this.bytes = new byte[Math.toIntExact(total)];
    int token = 0;
    for (byte[] piece : pieces) {
      System.arraycopy(piece, 0, bytes, starts[token], piece.length);
      starts[token + 1] = starts[token] + piece.length;
      if (piece.length > 0 && !ends.get(token) && !never.get(token)) {
        text.set(token);
      }
      token++;
    }
    this.trie = TokenTrie.of(this, text);
  }

  /** Returns the number of tokens. */
  public int size() {
    return starts.length - 1;
  }

  /** Returns the bytes of a token. */
  public byte[] piece(int token) {
    byte[] piece = new byte[length(token)];
    System.arraycopy(bytes, starts[token], piece, 0, piece.length);
    return piece;
  }

  /** Returns whether a token ends the answer. */
  public boolean isEnd(int token) {
    return ends.get(token);
  }

  /** Returns whether a token stands for text. */
  boolean isText(int token) {
    return text.get(token);
  }

  int length(int token) {
    return starts[token + 1] - starts[token];
  }

  int start(int token) {
    return starts[token];
  }

  /** Returns the bytes of all tokens one after the other, not to be changed. */
  byte[] bytes() {
    return bytes;
  }

  BitSet ends() {
    return ends;
  }

  TokenTrie trie() {
    return trie;
  }
}
