package dev.yiben.formats.pdf.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HyphenationTest {

  private static String hyphenated(String language, String word) {
    StringBuilder text = new StringBuilder(word);
    List<Integer> points = Hyphenation.of(language).orElseThrow().points(word);
    for (int i = points.size() - 1; i >= 0; i--) {
      text.insert(points.get(i).intValue(), '-');
    }
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "de, Übersetzungswissenschaft, Über-set-zungs-wis-sen-schaft",
    "en, hyphenation, hy-phen-ation",
    "en, project, project",
    "fr, traduction, tra-duc-tion",
    "es, traducciones, tra-duc-cio-nes",
    "it, traduzione, tra-du-zione",
    "ru, переводчики, пе-ре-вод-чики",
    "pl, tłumaczenie, tłu-ma-cze-nie",
  })
  void findsWhereWordsMayBeParted(String language, String word, String expected) {
    assertThat(hyphenated(language, word)).isEqualTo(expected);
  }

  @Test
  void leavesShortWordsWhole() {
    assertThat(hyphenated("de", "(Autor)")).isEqualTo("(Autor)");
  }

  @Test
  void findsWordsAmongMarks() {
    assertThat(hyphenated("de", "„Wissenschaft“, 1990er-Generation"))
        .isEqualTo("„Wis-sen-schaft“, 1990er-Ge-ne-ra-tion");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bg", "ca", "da", "de", "en", "en-GB", "es", "et", "fi", "fr", "hr", "it", "lt", "nl", "pl",
        "pt-BR", "ru", "sl", "sv", "tr", "uk"
      })
  void knowsLanguages(String language) {
    assertThat(Hyphenation.of(language)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "ja", "ar", "ko", "und"})
  void leavesOthersWhole(String language) {
    assertThat(Hyphenation.of(language)).isEmpty();
  }
}
