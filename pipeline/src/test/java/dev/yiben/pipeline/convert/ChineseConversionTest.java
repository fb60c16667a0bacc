package dev.yiben.pipeline.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.CodedText;
import dev.yiben.pipeline.convert.ChineseConversion.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseConversionTest {
  @ParameterizedTest
  @CsvSource({
    "S2T, 头发和发现, 頭髮和發現",
    "S2T, 里面的皇后在后面, 裏面的皇后在後面",
    "S2T, 干杯！干部们, 乾杯！幹部們",
    "S2TW, 里面的皇后在后面, 裡面的皇后在後面",
    "S2TW, 他们为什么着急, 他們為什麼著急",
    "S2TW, 三公里外的面馆, 三公里外的麵館",
    "S2TWP, 这个软件的鼠标, 這個軟體的滑鼠",
    "S2HK, 台湾和里面, 台灣和裏面",
    "T2S, 頭髮和發現, 头发和发现",
    "T2S, 乾杯，乾隆皇帝, 干杯，乾隆皇帝",
    "T2S, 裡面的為什麼, 里面的为什么",
  })
  void takesWordsBeforeCharacters(Kind kind, String text, String converted) {
    assertThat(new ChineseConversion(kind).convert(text)).isEqualTo(converted);
  }

  @Test
  void leavesAllElseAsItIs() {
    String text = "𠮷😀 English, 12 ½\n⋯";

    assertThat(new ChineseConversion(Kind.S2TWP).convert(text)).isEqualTo(text);
  }

  @Test
  void keepsCodesWithinWords() {
    CodedText.Builder builder = CodedText.builder();
    int bold = builder.open("<b>");
    CodedText text = builder.text("头").close(bold, "</b>").text("发").build();

    CodedText converted = new ChineseConversion(Kind.S2TW).convert(text);

    assertThat(converted.marked()).isEqualTo("⟦1⟧頭⟦/1⟧髮");
    assertThat(converted.codes()).isEqualTo(text.codes());
  }

  @Test
  void keepsCodesWhereWordsChangeTheirLength() {
    CodedText text = CodedText.builder().text("出租车").standalone("<br/>", "\n").text("和U盘").build();

    assertThat(new ChineseConversion(Kind.S2TWP).convert(text).marked()).isEqualTo("計程車⟦1⟧和隨身碟");
  }

  @Test
  void namesItselfAsAConversion() {
    assertThat(new ChineseConversion(Kind.S2TW).notice()).startsWith("converted from simplified");
    assertThat(Kind.S2TW).hasToString("s2tw");
  }
}
