package dev.yiben.formats.format.renpy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class LiteralWriterTest {
  @Test
  void escapesWhatWouldEndOrChangeDialogue() {
    assertThat(LiteralWriter.dialogue("say \"x\" \\ it's\n  two\u3000\u00A0\t", '"', false))
        .isEqualTo("say \\\"x\\\" \\\\ it's\\n \\ two\\u3000\\u00a0\\u0009");
    assertThat(LiteralWriter.dialogue("it's `x`", '\'', false)).isEqualTo("it\\'s `x`");
    assertThat(LiteralWriter.dialogue("it's `x`", '`', false)).isEqualTo("it's \\`x\\`");
  }

  @Test
  void keepsSpacesAtTheEdgesOfTripleQuotes() {
    assertThat(LiteralWriter.dialogue(" a ", '"', true)).isEqualTo("\\u0020a\\u0020");
  }

  @Test
  void escapesWhatPythonWouldNotRead() {
    assertThat(LiteralWriter.python("\"a\" \\ 'b'\n\t\r\u0007", '"'))
        .isEqualTo("\\\"a\\\" \\\\ 'b'\\n\\t\\r\\x07");
    assertThat(LiteralWriter.python("it's", '\'')).isEqualTo("it\\'s");
  }

  @Test
  void knowsWhatARawLiteralCannotHold() {
    assertThat(LiteralWriter.fitsRaw("it's fine", '"')).isTrue();
    assertThat(LiteralWriter.fitsRaw("it's not", '\'')).isFalse();
    assertThat(LiteralWriter.fitsRaw("a\\b", '"')).isFalse();
    assertThat(LiteralWriter.fitsRaw("a\nb", '"')).isFalse();
  }

  @Test
  void writesDialogueThatIsReadAsItWas() {
    Random random = new Random(3);
    String alphabet = "ab \\\"'`\n\t\r\u3000\u00A0\u2028u0041[{%x";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder value = new StringBuilder();
      for (int i = random.nextInt(20); i > 0; i--) {
        value.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String written = LiteralWriter.dialogue(value.toString(), '"', false);
      assertThat(written).doesNotContainPattern("(?<!\\\\)(\\\\\\\\)*\"");
      assertThat(SayString.decode(written)).isEqualTo(value.toString());
    }
  }

  @Test
  void writesHalfACharacterAsAQuestionMark() {
    assertThat(LiteralWriter.dialogue("a\uD83Db", '"', false)).isEqualTo("a?b");
  }
}
