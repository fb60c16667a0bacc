package dev.yiben.pipeline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.inference.TokenUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTest {
  private static final TokenUsage USAGE = new TokenUsage(1_000_000, 400_000, 200_000, 50_000);

  @Test
  void addsUpWhatTokensCost() {
    Price price = Price.parse("input:2.5 cached:0.25 output:10 currency:USD");

    assertThat(price.of(USAGE)).hasToString("3.60 USD");
  }

  @Test
  void cachedTokensCostAsMuchWhereNothingIsSaid() {
    assertThat(Price.parse("input:1, output:2").of(USAGE)).hasToString("1.40");
  }

  @Test
  void smallAmountsKeepTheirDigits() {
    assertThat(Price.parse("input:0.27 output:1.1 currency:€").of(TokenUsage.of(1234, 567)))
        .hasToString("0.000957 €");
    assertThat(Price.parse("input:1 output:1").of(TokenUsage.NONE)).hasToString("0.00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2.5",
        "input:2.5",
        "output:1",
        "input:x output:1",
        "input:-1 output:1",
        "input:1e9 output:1",
        "input:1 input:2 output:1",
        "input:1 output:1 currency:<b>",
        "input:1 output:1 tax:2"
      })
  void saysWhatIsWrong(String text) {
    assertThatThrownBy(() -> Price.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'");
  }
}
