package dev.yiben.formats.format.renpy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageFoldersTest {
  @ParameterizedTest
  @CsvSource({
    "zh, schinese",
    "zh-CN, schinese",
    "zh-Hans-SG, schinese",
    "zh-Hant, tchinese",
    "zh-TW, tchinese",
    "ja, japanese",
    "ko-KR, korean",
    "fr, french",
    "pt-BR, brazilian_portuguese",
    "pt, portuguese",
    "es-MX, spanish",
    "nb, norwegian_bokm_l",
    "qaa-x-a, qaa_x_a"
  })
  void namesFoldersAsGamesDo(String language, String expected) {
    assertThat(LanguageFolders.choose(language, List.of())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "zh, russian chinese, chinese",
    "zh, tchinese zh_Hans, zh_Hans",
    "zh, tchinese, schinese",
    "zh-Hant, chinese, tchinese",
    "ja, jp, jp",
    "es-MX, spanish es_mx, spanish",
    "es-MX, es_mx, es_mx",
    "pt-BR, portuguese, portuguese",
    "de, Deutsch German, German",
    "fr, fr-fr, french"
  })
  void takesTheFolderThatIsThere(String language, String present, String expected) {
    assertThat(LanguageFolders.choose(language, List.of(present.split(" ")))).isEqualTo(expected);
  }
}
