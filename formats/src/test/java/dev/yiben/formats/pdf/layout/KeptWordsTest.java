package dev.yiben.formats.pdf.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeptWordsTest {
  private final MadeText made = new MadeText();

  private List<String> kept(String text) {
    return KeptWords.of(MadeText.paragraph(made.mixed(50, 700, 10, text))).lines().stream()
        .flatMap(line -> line.words().stream())
        .filter(word -> word.kind() == Word.Kind.KEPT)
        .map(Word::text)
        .toList();
  }

  @Test
  void keepsNamesOfPrograms() {
    assertThat(kept("call Mono:setUp() before the test")).containsExactly("setUp()");
  }

  @Test
  void translatesTextThatIsTyped() {
    assertThat(kept("Mono:all Mono:of Mono:it Mono:typed")).isEmpty();
    assertThat(kept("he wrote in his long letter Mono:I Mono:shall Mono:not Mono:come Mono:back"))
        .isEmpty();
  }

  @Test
  void keepsSymbolsAndWhatCannotBeRead() {
    assertThat(kept("press \u2714 or \uE001 or \uFFFD now"))
        .containsExactly("\u2714", "\uE001", "\uFFFD");
  }
}
