package dev.yiben.inference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThinkingFilterTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "1|Hello;1|Hello",
        "<think>a</think>1|Hello;1|Hello",
        " <think></think>  1|Hello;1|Hello",
        "<think>a</think> <think>b</think> 1|Hello;1|Hello",
        "[THINK]a[/THINK]1|Hello;1|Hello",
        "<thinking>a</thinking>1|Hello;1|Hello",
        "thought before the end</think>1|Hello;1|Hello",
        "<think>never ended;''",
        "<thi;<thi",
        "<b>1|Hello</b>;<b>1|Hello</b>",
        "1|a < b </th;1|a < b </th",
        "1|He said <think>;1|He said <think>",
        " 1|x; 1|x",
      })
  void leavesTheAnswer(String text, String answer) {
    for (int size = 1; size <= text.length(); size++) {
      assertThat(filtered(new ThinkingFilter(true), text, size))
          .as("by %d", size)
          .isEqualTo(answer);
    }
  }

  @Test
  void leavesTheEndOfABlockThatMayBelongToTheText() {
    assertThat(filtered(new ThinkingFilter(false), "1|a</think>b", 3)).isEqualTo("1|a</think>b");
  }

  @Test
  void countsThinkingByItsPartOfTheCharacters() {
    ThinkingFilter filter = new ThinkingFilter(true);
    filtered(filter, "<think>" + "a".repeat(30) + "</think>" + "b".repeat(10), 7);

    assertThat(filter.thinkingTokens(20)).isEqualTo(15);
  }

  private static String filtered(ThinkingFilter filter, String text, int size) {
    StringBuilder answer = new StringBuilder();
    for (int at = 0; at < text.length(); at += size) {
      ThinkingFilter.Result result =
          filter.accept(text.substring(at, Math.min(text.length(), at + size)));
      if (result.restart()) {
        answer.setLength(0);
      }
      answer.append(result.text());
    }
    return answer.append(filter.finish()).toString();
  }
}
