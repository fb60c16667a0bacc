package dev.yiben.inference;

import dev.yiben.inference.gbnf.Gbnf;

/** What the output must look like, enforced while it is generated. */
public sealed interface OutputConstraint {

  /**
   * A grammar in llama.cpp's GBNF; its start symbol is {@code root}.
   *
   * <p>A malformed one is refused with an {@link IllegalArgumentException} that says where.
   *
   * @see <a href="https://github.com/ggml-org/llama.cpp/blob/master/grammars/README.md">GBNF</a>
   */
  record Grammar(String gbnf) implements OutputConstraint {
    public Grammar {
      Gbnf.parse(gbnf);
    }
  }

  /**
   * A JSON schema, for back-ends that take no grammar.
   *
   * @param schema the schema as JSON: an object whose properties are all required and closed, which
   *     is what the strict modes of the back-ends have in common
   */
  record JsonSchema(String schema) implements OutputConstraint {}
}
