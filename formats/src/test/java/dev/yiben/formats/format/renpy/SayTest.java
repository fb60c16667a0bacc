package dev.yiben.formats.format.renpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SayTest {
  private static Say read(String file) {
    LogicalLine line = ScriptLines.read(file, "script.rpy").lines().get(0);
    return Say.read(new LineCursor(line, ParagraphRule.BLANK_LINE));
  }

  private static String code(String file) {
    Say say = read(file);
    return say.code(say.what().value());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "\"Hello.\" | \"Hello.\"",
        "e 'It is \"x\".' | e \"It is \\\"x\\\".\"",
        "e `a` with dissolve nointeract | e \"a\" nointeract with dissolve",
        "e happy -sad @ wink \"a\" (x=1, *b, c ) id d_1 | e happy -sad @ wink \"a\" id d_1 (x=1,"
            + " *b, c )",
        "\"Shop keeper\" \"a  b\\ \\ c\\n\" | \"Shop keeper\" \"a b \\ c\\n\"",
        "Character(\"A, B\", kind=nvl).x[1] \"a\" | Character(\"A, B\", kind=nvl).x[1] \"a\"",
        "e r\"a\\n  b\" | e \"a\\\\n \\ b\"",
        "e \"\\{ \\[ \\% \\u4e2d\\u\" | e \"{{ [[ %% 中\"",
        "\"abc \"x\" d\" | \"abc \" x \" d\"",
        "extend \"\" | extend \"\"",
      })
  void writesStatementsAsTheEngineDoes(String file, String expected) {
    assertThat(code(file)).isEqualTo(expected);
  }

  @Test
  void knowsWhereThingsAre() {
    String file = "label_ \"Who\"\n\"Who\" at_ \"What's \\\"this\\\"?\" # \"not this\"\n";
    LogicalLine line = ScriptLines.read(file, "script.rpy").lines().get(1);
    Say say = Say.read(new LineCursor(line, ParagraphRule.BLANK_LINE));
    Span what = say.what().parts().get(0);
    assertThat(file.substring(what.start(), what.end())).isEqualTo("What's \\\"this\\\"?");
    assertThat(what.text()).isEqualTo("What's \"this\"?");
    assertThat(file.substring(say.what().start(), say.what().end()))
        .isEqualTo("\"What's \\\"this\\\"?\"");
    Span who = say.who().orElseThrow();
    assertThat(file.substring(who.start(), who.end())).isEqualTo("\"Who\"");
  }

  @Test
  void cutsMonologuesIntoParagraphs() {
    String file = "e \"\"\"\n  One\n  line.\n\n  Two \"\"\" nointeract\n";
    Say say = read(file);
    assertThat(say.what().parts()).extracting(Span::text).containsExactly("One line.", "Two");
    Span one = say.what().parts().get(0);
    assertThat(file.substring(one.start(), one.end())).isEqualTo("One\n  line.");
    LogicalLine line = say.line();
    Say byLine = Say.read(new LineCursor(line, ParagraphRule.LINE_END));
    assertThat(byLine.what().parts()).extracting(Span::text).containsExactly("One", "line.", "Two");
  }

  @Test
  void knowsAnEmptyStringInAFileWithCarriageReturns() {
    String file = "e \"\"\r\n";
    Span what = read(file).what().parts().get(0);
    assertThat(what).isEqualTo(new Span("", 3, 3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {"e", "\"a\" b", "e \"a\" with", "e \"a\" id", "e \"a\" (b", "show \"a\"", "e (\"a"})
  void refusesWhatIsNoSayStatement(String file) {
    assertThatThrownBy(() -> read(file)).isInstanceOf(ScriptError.class);
  }
}
