package dev.yiben.formats.pdf.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeepRulesTest {
  private final MadeText made = new MadeText();

  private Optional<String> rule(String text) {
    return KeepRules.of(MadeText.paragraph(made.line(50, 700, 10, text)), made.region());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12",
        "$ 1,234.50",
        "07/17/2015",
        "12 kg",
        "3.5 mm",
        "EUR 12",
        "47700",
        "-",
        "5 %",
        "220 V",
        "20 \u00B0C",
        "A4"
      })
  void keepsNumbers(String text) {
    assertThat(rule(text)).contains("number");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://example.org/a", "www.example.org", "a.b@example.org", "doi:10.1000/182"})
  void keepsAddresses(String text) {
    assertThat(rule(text)).contains("address");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12 apples",
        "I",
        "No. 5",
        "see https://example.org",
        "5 May",
        "\u7B2C 5 \u7AE0",
        "Chapter 2",
        "e.g. this"
      })
  void translatesTheRest(String text) {
    assertThat(rule(text)).isEmpty();
  }

  @Test
  void keepsParagraphsWithFormulasThatHaveDrawnLines() {
    Line line = FormulaWords.of(made.mixed(50, 700, 10, "where CMMI10:xxxx is small"));
    made.rule(85, 703, 95, 703.4);

    assertThat(KeepRules.of(MadeText.paragraph(line), made.region())).contains("formula");
  }

  @Test
  void translatesParagraphsWithUnderlinedWords() {
    Line line = FormulaWords.of(made.mixed(50, 700, 10, "where CMMI10:x is small"));
    made.rule(50, 698, 75, 698.4);

    assertThat(KeepRules.of(MadeText.paragraph(line), made.region())).isEmpty();
  }
}
