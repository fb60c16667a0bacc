package dev.yiben.formats.pdf.font;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapingTest {

  @Test
  void joinsArabicLettersByTheirPlace() {
    // Beh in a row: initial, medial, final; and alone.
    assertThat(Shaping.shape("ببب ب")).isEqualTo("\uFE91\uFE92\uFE90 \uFE8F");
  }

  @Test
  void joinsNothingToAlef() {
    assertThat(Shaping.shape("باب")).isEqualTo("\uFE91\uFE8E\uFE8F");
  }

  @Test
  void makesLigaturesOfLamAndAlef() {
    assertThat(Shaping.shape("لا")).isEqualTo("\uFEFB");
    assertThat(Shaping.shape("بلا")).isEqualTo("\uFE91\uFEFC");
  }

  @Test
  void joinsPersianLetters() {
    assertThat(Shaping.shape("پگی")).isEqualTo("\uFB58\uFB95\uFBFD");
  }

  @Test
  void joinsOverMarksAndNotOverNonJoiners() {
    assertThat(Shaping.shape("بَب")).isEqualTo("\uFE91\u064E\uFE90");
    assertThat(Shaping.shape("ب\u200Cب")).isEqualTo("\uFE8F\u200C\uFE8F");
    assertThat(Shaping.shape("ب\u0640")).isEqualTo("\uFE91\u0640");
  }

  @Test
  void composesMarks() {
    assertThat(Shaping.shape("e\u0302\u0301")).isEqualTo("\u1EBF");
    assertThat(Shaping.shape("\u1112\u1161\u11AB")).isEqualTo("한");
  }

  @Test
  void leavesOtherTextAsItIs() {
    assertThat(Shaping.shape("Abc 译文 \uF900 ﬁ")).isEqualTo("Abc 译文 \uF900 ﬁ");
  }

  @ParameterizedTest
  @CsvSource({
    "नमस्ते, Devanagari",
    "สวัสดี, Thai",
    "សួស្តី, Khmer",
    "বাংলা, Bengali",
    "தமிழ், Tamil",
    "မြန်မာ, Myanmar"
  })
  void namesTheScriptThatCannotBeShaped(String text, String script) {
    assertThat(Shaping.obstacle(text))
        .contains("it is in " + script + " script, whose letters cannot be shaped");
  }

  @Test
  void namesTheLetterThatHasNoJoinedForms() {
    assertThat(Shaping.obstacle("بڵب")).contains("the letter ڵ (U+06B5) cannot be joined");
    assertThat(Shaping.obstacle("ڵ")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"السلام عليكم", "شلوم שלום", "Ελληνικά", "Кириллица", "日本語 한국어", "Հայերեն ქართული"})
  void hasNothingAgainstScriptsWithoutShaping(String text) {
    assertThat(Shaping.obstacle(text)).isEmpty();
  }
}
