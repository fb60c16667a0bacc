package dev.yiben.inference.gbnf;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * A sound grammar in llama.cpp's GBNF: every rule is defined, and none begins with itself or
 * repeats what may be empty.
 *
 * @param rules the alternatives of each rule, in the order of the rules; {@code root} is the start
 * @see <a href="https://github.com/ggml-org/llama.cpp/blob/master/grammars/README.md">GBNF</a>
 */
public record Gbnf(Map<String, List<List<GbnfPart>>> rules) {
  private static final int MAX_LENGTH = 1 << 22;

  /** The name of the rule that everything starts with. */
  public static final String START = "root";

  /**
   * Reads a grammar.
   *
   * @throws IllegalArgumentException if it is malformed or unsound; the message says where
   */
  public static Gbnf parse(String grammar) {
    if (grammar.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("The grammar is longer than " + MAX_LENGTH);
    }
    Map<String, List<List<GbnfPart>>> rules = GbnfParser.parse(grammar);
    GbnfSyntax.check(rules);
    return new Gbnf(Collections.unmodifiableMap(rules));
  }
}
