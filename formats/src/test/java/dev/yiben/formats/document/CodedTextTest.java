package dev.yiben.formats.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class CodedTextTest {
  /** {@code Mar<i>lo</i><br>saw <a>it</a><sup>7</sup>.} */
  private static CodedText sample() {
    CodedText.Builder text = CodedText.builder().text("Mar");
    int italics = text.open("<i>");
    text.text("lo").close(italics, "</i>").standalone("<br>", "\n").text("saw ");
    int link = text.open("<a>");
    text.text("it").close(link, "</a>").standalone("<sup>7</sup>", "7").text(".");
    return text.build();
  }

  @Test
  void marksCodesByNumber() {
    assertThat(sample().marked()).isEqualTo("Mar⟦1⟧lo⟦/1⟧⟦2⟧saw ⟦3⟧it⟦/3⟧⟦4⟧.");
  }

  @Test
  void showsWhatAReaderSees() {
    assertThat(sample().visibleText()).isEqualTo("Marlo\nsaw it7.");
    assertThat(sample().plainText()).isEqualTo("Marlosaw it.");
  }

  @Test
  void keepsWordsApartButNotTheirParts() {
    assertThat(sample().wordText()).isEqualTo("Marlo saw it .");
    assertThat(CodedText.builder().standalone("\n", "\n").text("a ").standalone("\n", "\n").build())
        .extracting(CodedText::wordText)
        .isEqualTo("a ");
  }

  @Test
  void readsItsMarkedFormBack() {
    assertThat(sample().withMarked(sample().marked())).isEqualTo(sample());
    assertThat(sample().withMarked("⟦3⟧那⟦/3⟧").codes())
        .extracting(InlineCode::original)
        .containsExactly("<a>", "</a>");
  }

  @Test
  void keepsBracketsOfTheDocumentApartFromPlaceholders() {
    CodedText text = CodedText.of("a ⟦1⟧ b");
    assertThat(text.marked()).isEqualTo("a ⟦1⟧1⟦2⟧ b");
    assertThat(text.visibleText()).isEqualTo("a ⟦1⟧ b");
    assertThat(text.withMarked(text.marked())).isEqualTo(text);
  }

  @Test
  void refusesPlaceholdersThatItHasNot() {
    assertThatIllegalArgumentException().isThrownBy(() -> sample().withMarked("⟦9⟧"));
    assertThatIllegalArgumentException().isThrownBy(() -> sample().withMarked("⟦/2⟧"));
    assertThatIllegalArgumentException().isThrownBy(() -> sample().withMarked("a ⟦ b"));
    assertThatIllegalArgumentException().isThrownBy(() -> sample().withMarked("⟦x⟧"));
  }

  @Test
  void refusesPairsThatDoNotCloseOnce() {
    CodedText.Builder open = CodedText.builder();
    int number = open.open("<i>");
    assertThatIllegalStateException().isThrownBy(open::build);
    open.close(number, "</i>");
    assertThatIllegalArgumentException().isThrownBy(() -> open.close(number, "</i>"));
  }

  @Test
  void isBlankWithoutText() {
    assertThat(CodedText.builder().standalone("<img>", "a picture").text(" ").build().isBlank())
        .isTrue();
    assertThat(sample().isBlank()).isFalse();
  }
}
