package dev.yiben.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTest {
  @ParameterizedTest
  @CsvSource({
    "zh,zh",
    "ZH-hant,zh-Hant",
    "pt_BR,pt-BR",
    "yue,yue",
    "he,he",
    "zh-Hant-TW,zh-Hant-TW"
  })
  void takesTheCanonicalForm(String text, String tag) {
    assertThat(LanguageTag.of(text).tag()).isEqualTo(tag);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "chinese", "zz", "qqq", "cut", "und", "2", "zh--", "../x", "zh/ja"})
  void refusesWhatIsNoLanguage(String text) {
    assertThat(LanguageTag.isLanguage(text)).isFalse();
  }
}
