package dev.yiben.inference.llamanative;

import dev.yiben.inference.decoding.TokenTable;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Turns what a grammar forces into tokens, as they are in the middle of a text. */
final class ForcedTokenizer {
  private static final int MOST_KEPT = 1000;
  // No tokenizer that puts a blank before a text joins a line feed with what comes after it.
  private static final String LINE_FEED = "\n";

  private final Function<String, int[]> tokenizer;
  private final String before;
  private final int[] tokensBefore;
  private final Map<String, int[]> known = new LinkedHashMap<>(16, 0.75f, true);

  /** Creates one on the tokenizer of a model, which is given texts that are parts of others. */
  ForcedTokenizer(TokenTable table, Function<String, int[]> tokenizer) {
    this.tokenizer = tokenizer;
    before = isExact(table, "a") ? "" : LINE_FEED;
    tokensBefore = tokenizer.apply(before);
  }

  private boolean isExact(TokenTable table, String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int token : tokenizer.apply(text)) {
      bytes.writeBytes(table.piece(token));
    }
    return bytes.toString(StandardCharsets.UTF_8).equals(text);
  }

  /** Returns the tokens of a text in UTF-8; none if they depend on what comes before it. */
  int[] tokens(byte[] utf8) {
    String text = new String(utf8, StandardCharsets.UTF_8);
    int[] tokens = known.get(text);
    if (tokens == null) {
      tokens = tokenize(text);
      known.put(text, tokens);
      if (known.size() > MOST_KEPT) {
        known.remove(known.keySet().iterator().next());
      }
    }
    return tokens;
  }

  private int[] tokenize(String text) {
    int[] both = tokenizer.apply(before + text);
    int length = tokensBefore.length;
    return both.length > length && Arrays.equals(both, 0, length, tokensBefore, 0, length)
        ? Arrays.copyOfRange(both, length, both.length)
        : new int[0];
  }
}
