package dev.yiben.inference.gbnf;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GbnfSyntaxTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "root ::= \"a\"",
        "root ::= \"1|\" line \"\\n2|\" line\nline ::= [^\\x00-\\x1F⟦⟧ぁ-ゖ]+\n",
        "root ::= (\"a\" | b){2,5} c? | # why\n  [\\u4e00-\\u9fff\\]-]*\nb ::= \"\\\"\"\nc ::= .",
        "root ::= \"⟦1⟧\" t* \"⟦/1⟧\"\r\nt ::= [^a]\r\n",
        "# only comments before\n\nroot ::= x-1{3} x-1{0,} x-1{ 2 , 4 }\nx-1 ::= \"\\U0001F600\"",
        "root ::= \"a\" root | \"\"",
        "root ::= (\"a\" (\"b\" (\"c\")))",
        "root ::= a a\na ::= \"x\"?"
      })
  void takesSoundGrammars(String grammar) {
    assertThatCode(() -> Gbnf.parse(grammar)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "root",
        "root = \"a\"",
        "root ::= \"a",
        "root ::= \"a\nb\"",
        "root ::= [a",
        "root ::= []",
        "root ::= [^]",
        "root ::= [z-a]",
        "root ::= (\"a\"",
        "root ::= \"a\")",
        "root ::= * \"a\"",
        "root ::= \"\"?",
        "root ::= \"a\"{",
        "root ::= \"a\"{}",
        "root ::= \"a\"{,3}",
        "root ::= \"a\"{5,3}",
        "root ::= \"a\"{99999999}",
        "root ::= \"a\"{10001}",
        "root ::= \"\\q\"",
        "root ::= \"\\x4\"",
        "root ::= \"\\u12g4\"",
        "root ::= \"\\U00110000\"",
        "root ::= \"\\",
        "root ::= \"\0\"",
        "root ::= \"\uD800\"",
        "root ::= \"a\" root2 ::= \"b\"",
        "root ::= \"a\"\nroot ::= \"b\"",
        "root ::= \"a\" ; \"b\""
      })
  void refusesMalformedGrammars(String grammar) {
    assertThatIllegalArgumentException().isThrownBy(() -> Gbnf.parse(grammar));
  }

  @Test
  void refusesAGrammarWithoutRoot() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gbnf.parse("rot ::= \"a\""))
        .withMessageContaining("no rule named root");
  }

  @Test
  void refusesUndefinedRulesWhereverTheyAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gbnf.parse("root ::= \"a\" | (\"b\" foo*)"))
        .withMessageContaining("undefined rule foo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "root ::= root \"a\"",
        "root ::= b\nb ::= \"x\"? root \"a\"",
        "root ::= b\nb ::= c d\nc ::= \"\" | \"x\"\nd ::= (root) \"y\"",
        "root ::= (\"a\"?)*",
        "root ::= b+\nb ::= \"x\"*",
        "root ::= b{0,50}\nb ::= \"x\"?",
        "root ::= ([^x]{0,30}){0,30} \"x\"",
        "root ::= b{2,}\nb ::= \"\" | \"x\""
      })
  void refusesRulesThatBeginWithThemselves(String grammar) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gbnf.parse(grammar))
        .withMessageMatching(".*(begins with itself|repeats what may be empty).*");
  }

  @Test
  void saysWhereAGrammarIsMalformed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gbnf.parse("root ::= \"a\"\nb ::= [c"))
        .withMessage(
            "The grammar is malformed at character 21 («oot ::= \"a\"\\nb ::= [c»): expected ]");
  }

  @Test
  void refusesDeepNesting() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gbnf.parse("root ::= " + "(".repeat(100_000)))
        .withMessageContaining("less nesting");
  }
}
