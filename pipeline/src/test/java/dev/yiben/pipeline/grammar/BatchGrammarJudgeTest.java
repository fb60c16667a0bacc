package dev.yiben.pipeline.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.CodedText;
import dev.yiben.inference.decoding.GrammarJudge;
import dev.yiben.pipeline.prompt.LineForm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The grammars of batches mean the same to our own engine as to llama.cpp. */
@Timeout(300)
final class BatchGrammarJudgeTest {
  private static final int WALKS = 6;
  private static final int STEPS = 40;

  private static GrammarJudge judge;

  @BeforeAll
  static void open() {
    judge = GrammarJudge.open(Path.of("../samples/demo-model/demo-en-zh.gguf"));
  }

  @AfterAll
  static void close() {
    if (judge != null) {
      judge.close();
    }
  }

  @Test
  void numberedAndPlainLines() {
    List<CodedText> sources = List.of(CodedText.of("one"), CodedText.of("a|b"));
    compare(BatchGrammar.of(LineForm.NUMBERED, sources, "").gbnf());
    compare(BatchGrammar.of(LineForm.NUMBERED, sources.subList(0, 1), "\\u3041-\\u309F").gbnf());
    compare(BatchGrammar.of(LineForm.PLAIN, sources, "ぁ-ゖ").gbnf());
  }

  @Test
  void placeholdersInAnyOrderAndNested() {
    CodedText.Builder text = CodedText.builder().text("a ");
    int pair = text.open("<b>");
    text.text("b").standalone("<x/>", "").close(pair, "</b>").standalone("<y/>", "");
    text.standalone("<z/>", "");
    int empty = text.open("<a>");
    text.close(empty, "</a>");
    compare(BatchGrammar.of(LineForm.NUMBERED, List.of(text.build()), "").gbnf());
  }

  @Test
  void manyPlaceholdersInTheirOrder() {
    CodedText.Builder text = CodedText.builder();
    for (int i = 0; i < 12; i++) {
      text.text("a").standalone("<x/>", "");
    }
    compare(BatchGrammar.of(LineForm.NUMBERED, List.of(text.build()), "").gbnf());
  }

  @Test
  void linesWithLimits() {
    CodedText.Builder text = CodedText.builder();
    int pair = text.open("<i>");
    text.text("one").close(pair, "</i>").text("two");
    for (String language : List.of("zh", "th", "en")) {
      List<BatchGrammar.Line> lines = new ArrayList<>();
      lines.add(new BatchGrammar.Line(CodedText.of("one"), OptionalInt.of(12)));
      lines.add(new BatchGrammar.Line(text.build(), OptionalInt.of(9)));
      lines.add(new BatchGrammar.Line(CodedText.of("free"), OptionalInt.empty()));
      compare(BatchGrammar.of(LineForm.NUMBERED, lines, language, "").gbnf());
    }
  }

  private static void compare(String grammar) {
    int places = 0;
    for (int seed = 0; seed < WALKS; seed++) {
      places += judge.compare(grammar, seed, STEPS);
    }
    assertThat(places).isGreaterThan(STEPS);
  }
}
