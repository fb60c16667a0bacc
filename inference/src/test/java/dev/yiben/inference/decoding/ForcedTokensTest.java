package dev.yiben.inference.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ForcedTokensTest {
  private static final String PLACEHOLDER = "root ::= \"⟦1⟧\" [a-z]+";

  @Test
  void takesAllWhereNoTokenGoesOn() {
    TestTokens tokens = TestTokens.of("⟦", "1", "⟧");
    assertThat(ForcedTokens.certain(tokens.state(PLACEHOLDER), tokens.tokens("⟦", "1", "⟧")))
        .containsExactly(tokens.tokens("⟦", "1", "⟧"));
  }

  @Test
  void leavesTheLastToTheModelWhereALongerTokenMayStand() {
    TestTokens tokens = TestTokens.of("⟦", "1", "⟧", "⟧the");
    assertThat(ForcedTokens.certain(tokens.state(PLACEHOLDER), tokens.tokens("⟦", "1", "⟧")))
        .containsExactly(tokens.tokens("⟦", "1"));
  }

  @Test
  void leavesAllFromTheFirstThatALongerTokenMayReplace() {
    TestTokens tokens = TestTokens.of("⟦", "1", "⟧", "1⟧a");
    assertThat(ForcedTokens.certain(tokens.state(PLACEHOLDER), tokens.tokens("⟦", "1", "⟧")))
        .containsExactly(tokens.tokens("⟦"));
  }

  @Test
  void doesNotMindLongerTokensThatTheGrammarForbids() {
    TestTokens tokens = TestTokens.of("⟦", "1", "⟧", "⟧The", "⟧\n");
    assertThat(ForcedTokens.certain(tokens.state(PLACEHOLDER), tokens.tokens("⟦", "1", "⟧")))
        .hasSize(3);
  }

  @Test
  void takesNoneThatAreNotTheText() {
    TestTokens tokens = TestTokens.of("⟦", " ⟦", "1", "⟧");
    GrammarState state = tokens.state(PLACEHOLDER);
    assertThat(ForcedTokens.certain(state, tokens.tokens(" ⟦", "1", "⟧"))).isEmpty();
    assertThat(ForcedTokens.certain(state, tokens.tokens("⟦", "1"))).isEmpty();
    assertThat(ForcedTokens.certain(state, tokens.tokens("⟦", "1", "⟧", "a"))).isEmpty();
    assertThat(ForcedTokens.certain(state, new int[] {tokens.control()})).isEmpty();
    assertThat(ForcedTokens.certain(state, new int[0])).isEmpty();
  }
}
