package dev.yiben.inference.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.inference.InferenceException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
final class GrammarStateTest {
  private static final String BATCH = "root ::= \"1|\" t+ \"\\n2|\" t+\nt ::= [^\\x00-\\x1F⟦⟧|]";

  private final TestTokens tokens = TestTokens.of("1|", "2|", "好", "好\n", "\n2", "|的", "⟦");

  @Test
  void allowsTokensWhoseEveryByteFits() {
    GrammarState text = TestTokens.after(tokens.state(BATCH), "1|a");
    assertThat(text.allows(tokens.token("好"))).isTrue();
    assertThat(text.allows(tokens.token("好\n"))).isTrue();
    assertThat(text.allows(tokens.token("\n2"))).isTrue();
    assertThat(text.allows(tokens.token("|的"))).isFalse();
    assertThat(text.allows(tokens.token("⟦"))).isFalse();
    assertThat(text.after(tokens.token("好\n")).allows(tokens.token("2|"))).isTrue();
  }

  @Test
  void theMaskIsWhatIsAllowedOneByOne() {
    Random random = new Random(5);
    for (int seed = 0; seed < 200; seed++) {
      RegularGrammar grammar = RegularGrammar.random(seed);
      GrammarState state = tokens.state(grammar.gbnf());
      for (int step = 0; step < 10; step++) {
        BitSet allowed = state.allowed();
        for (int token = 0; token < tokens.table().size(); token++) {
          assertThat(state.allows(token)).as("%s", grammar).isEqualTo(allowed.get(token));
        }
        int[] next = allowed.stream().filter(token -> token < tokens.end()).toArray();
        if (next.length == 0) {
          break;
        }
        state = state.after(next[random.nextInt(next.length)]);
      }
    }
  }

  @Test
  void followsTextsAsRegularExpressionsDo() {
    int whole = 0;
    for (int seed = 0; seed < 1500; seed++) {
      RegularGrammar grammar = RegularGrammar.random(seed);
      Pattern pattern = Pattern.compile(grammar.regex(), Pattern.DOTALL);
      String text = RegularGrammar.randomText(seed);
      GrammarState state = tokens.state(grammar.gbnf());
      for (int end = 0; end <= text.length(); end = text.offsetByCodePoints(end, 1)) {
        Matcher matcher = pattern.matcher(text.substring(0, end));
        boolean matches = matcher.matches();
        GrammarState after = TestTokens.after(state, text.substring(0, end));
        assertThat(after != null)
            .as("«%s» in %s", text.substring(0, end), grammar)
            .isEqualTo(matches || matcher.hitEnd());
        if (after == null || end == text.length()) {
          break;
        }
        assertThat(after.mayEnd())
            .as("«%s» in %s", text.substring(0, end), grammar)
            .isEqualTo(matches);
        whole += matches ? 1 : 0;
      }
    }
    assertThat(whole).isGreaterThan(300);
  }

  @Test
  void endsOnlyWhereTheGrammarMayEnd() {
    GrammarState start = tokens.state(BATCH);
    assertThat(start.mayEnd()).isFalse();
    assertThat(start.allows(tokens.end())).isFalse();
    assertThat(start.allowed().get(tokens.end() + 1)).isFalse();
    GrammarState last = TestTokens.after(start, "1|a\n2|b");
    assertThat(last.mayEnd()).isTrue();
    assertThat(last.mustEnd()).isFalse();
    assertThat(last.allows(tokens.end())).isTrue();
    assertThat(last.allowed().get(tokens.end() + 1)).isTrue();
    assertThat(last.after(tokens.end()).mayEnd()).isTrue();
  }

  @Test
  void mustEndWhereNothingMayCome() {
    GrammarState end = TestTokens.after(tokens.state("root ::= \"ab\" [c]?"), "abc");
    assertThat(end.mustEnd()).isTrue();
    assertThat(end.allowed().stream()).containsExactly(tokens.end(), tokens.end() + 1);
  }

  @Test
  void neverAllowsControlTokensOrEmptyOnes() {
    GrammarState anything = tokens.state("root ::= .*");
    assertThat(anything.allows(tokens.control())).isFalse();
    assertThat(anything.allowed().get(tokens.control())).isFalse();
    GrammarState something = tokens.state("root ::= .+");
    assertThat(something.allows(tokens.end() + 1)).isFalse();
  }

  @Test
  void refusesToGoOnWithWhatIsNotAllowed() {
    GrammarState state = tokens.state(BATCH);
    assertThatIllegalArgumentException().isThrownBy(() -> state.after('x'));
    assertThatIllegalArgumentException().isThrownBy(() -> state.after(tokens.end()));
    assertThatIllegalArgumentException().isThrownBy(() -> state.after(tokens.control()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      value = {
        "root ::= \"1|\" [a-z]; 1|",
        "root ::= (\"ab\" | \"ac\") \"d\"; a",
        "root ::= \"⟦1⟧\" [ぁ-ゖ]; ⟦1⟧",
        "root ::= \"你\" | \"佡\";",
        "root ::= \"a\"?;",
        "root ::= \"a\"{3}; aaa",
        "root ::= [一] \"x\" b | \"一x\" b\\nb ::= \"yz\" [0-9]; 一xyz",
        "root ::= \"a\" | \"a\" \"b\"; a",
      })
  void forcesWhatIsWithoutChoice(String grammar, String forced) {
    assertThat(tokens.state(grammar.replace("\\n", "\n")).forced())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo(forced == null ? "" : forced);
  }

  @Test
  void forcesNothingWithinACharacter() {
    GrammarState within = tokens.state("root ::= \"你好\"").after(0xE4);
    assertThat(within.forced()).isEmpty();
    assertThat(within.allowed().stream()).containsExactly(0xBD);
  }

  @Test
  void forcesABoundedLengthOfWhatNeverEnds() {
    GrammarState state = tokens.state("root ::= \"ab\" root");
    assertThat(state.forced()).hasSizeBetween(1000, 10_000);
  }

  @Test
  void countsWithoutWritingOut() {
    String grammar = "root ::= ([^x]{9000,10000} \"x\"){2}";
    GrammarState state = TestTokens.after(tokens.state(grammar), "好".repeat(8999));
    assertThat(state.allows('x')).isFalse();
    assertThat(TestTokens.after(state, "a").allows('x')).isTrue();
    GrammarState full = TestTokens.after(state, "a".repeat(1001));
    assertThat(full.allowed().stream()).containsExactly((int) 'x');
    assertThat(TestTokens.after(full, "x" + "a".repeat(9000) + "x").mustEnd()).isTrue();
  }

  @Test
  void nestsAsDeepAsTheTextDoes() {
    GrammarState state = tokens.state("root ::= \"(\" root \")\" | [a-z]");
    GrammarState deep = TestTokens.after(state, "(".repeat(5000) + "a" + ")".repeat(4999));
    assertThat(deep.mayEnd()).isFalse();
    assertThat(deep.after(')').mustEnd()).isTrue();
    assertThat(TestTokens.after(deep, "))")).isNull();
  }

  @Test
  void refusesNestingThatIsTooDeep() {
    GrammarState state = tokens.state("root ::= \"(\" root \")\" | [a-z]");
    String text = "(".repeat(100_000);
    assertThatThrownBy(() -> TestTokens.after(state, text))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("nested too deeply");
  }

  @Test
  void refusesGrammarsThatLeaveTooManyWays() {
    GrammarState state =
        tokens.state(
            "root ::= (\"a\" | \"a\" \"a\" | a)* \"b\"\na ::= a1 a1\n" + "a1 ::= \"a\" a? \"a\"?");
    assertThatThrownBy(() -> TestTokens.after(state, "a".repeat(2000)))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("too complex");
  }

  @Test
  void goesOnWhenItHasForgottenWhatItFoundOut() {
    GrammarState state = tokens.state("root ::= \"a\" root \"a\" | \"b\" root \"b\" | \".\"");
    Random random = new Random(3);
    for (int round = 0; round < 10; round++) {
      StringBuilder half = new StringBuilder();
      for (int i = 0; i < 5000; i++) {
        half.append(random.nextBoolean() ? 'a' : 'b');
      }
      GrammarState middle = TestTokens.after(state, half + ".");
      GrammarState last = TestTokens.after(middle, half.reverse().toString());
      assertThat(last.mustEnd()).isTrue();
    }
  }
}
