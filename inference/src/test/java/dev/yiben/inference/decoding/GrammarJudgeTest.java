package dev.yiben.inference.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.gbnf.Gbnf;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What our grammars allow is what llama.cpp's own allow. */
@Timeout(300)
final class GrammarJudgeTest {
  private static final int GRAMMARS = 300;

  private static GrammarJudge judge;

  @BeforeAll
  static void open() {
    judge = GrammarJudge.open(Path.of("../samples/demo-model/demo-en-zh.gguf"));
  }

  @AfterAll
  static void close() {
    if (judge != null) {
      judge.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "root ::= \"1|\" t+ \"\\n2|\" t+\nt ::= [^\\x00-\\x1F⟦⟧|]",
        "root ::= \"1|\" r2 \"\\n2|\" t+\nr0 ::= t* (\"⟦1⟧\" t*)\nr1 ::= t* (\"⟦2⟧\" t*)\n"
            + "r2 ::= t* (\"⟦1⟧\" r1 | \"⟦2⟧\" r0)\nt ::= [^\\x00-\\x1F⟦⟧|ぁ-ゖ]",
        "root ::= \"(\" root \")\" | [a-z ]{0,5} root-1\nroot-1 ::= \"\" | \"x\" root",
        "root ::= \"a\" root \"a\" | \"b\" root \"b\" | \".\"",
        "root ::= ([a-z]{1,3} \" \"){2,5} | [一-鿿]{3,}",
        "root ::= c9\nc9 ::= \"\" | n c8 | w c7\nc8 ::= \"\" | n c7 | w c6\nc7 ::= \"\" | n c6\n"
            + "c6 ::= \"\" | m c6\nn ::= [ -~]\nw ::= [一-鿿]\nm ::= [\\u0300-\\u036F]",
        "root ::= .*",
        "root ::= \"\"",
        "root ::= [^\\x00-\\U0010FFFF] | \"a\"{0} \"b\"",
        "root ::= [\\U00010000-\\U0010FFFF]+ | [\\u0800-\\uD7FF]",
      })
  void allowsWhatLlamaCppAllows(String grammar) {
    int places = 0;
    for (int seed = 0; seed < 10; seed++) {
      places += judge.compare(grammar, seed, 30);
    }
    assertThat(places).isGreaterThanOrEqualTo(10);
  }

  @Test
  void allowsWhatLlamaCppAllowsInGrammarsMadeByChance() {
    int compared = 0;
    for (int seed = 0; seed < GRAMMARS; seed++) {
      String grammar = new RandomGrammar(seed).text();
      if (isSound(grammar) && isCompared(grammar, seed)) {
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(GRAMMARS / 2);
  }

  private static boolean isSound(String grammar) {
    try {
      Gbnf.parse(grammar);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Some of what chance makes leaves more ways to go on than anyone could follow. */
  private static boolean isCompared(String grammar, int seed) {
    try {
      return judge.compare(grammar, seed, 25) > 0;
    } catch (InferenceException e) {
      assertThat(e).hasMessageContaining("too complex");
      return false;
    }
  }
}
