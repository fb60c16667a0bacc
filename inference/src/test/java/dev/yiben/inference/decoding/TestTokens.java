package dev.yiben.inference.decoding;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Vocabularies: the 256 bytes, then some texts, then two tokens that end, then a control token. */
final class TestTokens {
  private final TokenTable table;
  private final List<String> texts;

  private TestTokens(List<String> texts) {
    this.texts = texts;
    List<byte[]> pieces = new ArrayList<>();
    for (int value = 0; value < 256; value++) {
      pieces.add(new byte[] {(byte) value});
    }
    texts.forEach(text -> pieces.add(text.getBytes(StandardCharsets.UTF_8)));
    BitSet ends = new BitSet();
    ends.set(pieces.size(), pieces.size() + 2);
    pieces.add("</s>".getBytes(StandardCharsets.UTF_8));
    pieces.add(new byte[0]);
    BitSet never = new BitSet();
    never.set(pieces.size());
    pieces.add("<|user|>".getBytes(StandardCharsets.UTF_8));
    table = new TokenTable(pieces, ends, never);
  }

  static TestTokens of(String... texts) {
    return new TestTokens(List.of(texts));
  }

  TokenTable table() {
    return table;
  }

  int end() {
    return 256 + texts.size();
  }

  int control() {
    return end() + 2;
  }

  int token(String text) {
    int index = texts.indexOf(text);
    return index < 0 ? text.charAt(0) : 256 + index;
  }

  int[] tokens(String... all) {
    return Arrays.stream(all).mapToInt(this::token).toArray();
  }

  GrammarState state(String grammar) {
    return new GrammarCache(table).of(grammar).start();
  }

  /** Returns the state after a text, byte by byte, or null if it may not come. */
  static GrammarState after(GrammarState state, String text) {
    GrammarState at = state;
    for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
      if (!at.allows(value & 0xFF)) {
        return null;
      }
      at = at.after(value & 0xFF);
    }
    return at;
  }
}
