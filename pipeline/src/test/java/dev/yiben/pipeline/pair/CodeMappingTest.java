package dev.yiben.pipeline.pair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.CodedText;
import org.junit.jupiter.api.Test;

class CodeMappingTest {
  @Test
  void findsTheSameCodesInAnotherOrder() {
    CodedText.Builder source = CodedText.builder().text("a ");
    source.close(source.text("").open("<b>"), "</b>").standalone("<br/>", "\n");
    CodedText.Builder target = CodedText.builder().standalone("<br/>", "\n").text("x");
    target.close(target.open("<b>"), "</b>");

    assertThat(CodeMapping.map(target.build(), source.build()).marked()).isEqualTo("⟦2⟧x⟦1⟧⟦/1⟧");
  }

  @Test
  void takesTheExactCodeBeforeOneOfTheSameName() {
    CodedText source =
        CodedText.builder().standalone("<img a>", "").standalone("<img b>", "").build();
    CodedText target =
        CodedText.builder().standalone("<img c>", "").standalone("<img a>", "").build();

    assertThat(CodeMapping.map(target, source).marked()).isEqualTo("⟦2⟧⟦1⟧");
  }

  @Test
  void numbersWhatTheSourceHasNotBehindIt() {
    CodedText source = CodedText.builder().standalone("<br/>", "\n").text("a").build();
    CodedText.Builder target = CodedText.builder();
    target.close(target.open("<i>"), "</i>").standalone("<hr/>", "").standalone("<br/>", "\n");

    assertThat(CodeMapping.map(target.build(), source).marked()).isEqualTo("⟦2⟧⟦/2⟧⟦3⟧⟦1⟧");
  }

  @Test
  void keepsBracketsOfTheTextItself() {
    CodedText text = CodedText.of("⟦1⟧ stays");

    assertThat(CodeMapping.map(CodedText.of("bleibt ⟦1⟧"), text).visibleText())
        .isEqualTo("bleibt ⟦1⟧");
  }
}
