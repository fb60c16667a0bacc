package dev.yiben.pipeline.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.glossary.Term;
import dev.yiben.glossary.TermMatch;
import dev.yiben.pipeline.plan.PlannedSegment;
import dev.yiben.pipeline.plan.SegmentKey;
import dev.yiben.pipeline.prompt.LanguagePair;
import dev.yiben.pipeline.prompt.LineForm;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BatchGrammarTest {
  @Test
  void numbersLinesInOrder() {
    assertThat(grammar(CodedText.of("one"), CodedText.of("two")))
        .startsWith("root ::= \"1|\" t+ \"\\n2|\" t+\n");
  }

  @Test
  void writesPlainLinesWithoutNumbers() {
    List<CodedText> sources = List.of(CodedText.of("one"), CodedText.of("two"));
    assertThat(BatchGrammar.of(LineForm.PLAIN, sources, "").gbnf())
        .isEqualTo("root ::= t+ \"\\n\" t+\nt ::= [^\\x00-\\x1F⟦⟧]\n");
  }

  @Test
  void allowsABarOnlyWhereASourceHasOne() {
    assertThat(grammar(CodedText.of("one"))).endsWith("t ::= [^\\x00-\\x1F⟦⟧|]\n");
    assertThat(grammar(CodedText.of("a|b"))).endsWith("t ::= [^\\x00-\\x1F⟦⟧]\n");
  }

  @Test
  void wantsEachPlaceholderOnceInAnyOrder() {
    CodedText two =
        CodedText.builder().standalone("<x/>", "").text("a").standalone("<y/>", "").build();
    assertThat(grammar(two))
        .contains("r0 ::= t* (\"⟦1⟧\" t*)")
        .contains("r1 ::= t* (\"⟦2⟧\" t*)")
        .contains("r2 ::= t* (\"⟦1⟧\" r1 | \"⟦2⟧\" r0)")
        .startsWith("root ::= \"1|\" r2\n");
  }

  @Test
  void keepsNestedCodesInTheirPair() {
    CodedText.Builder text = CodedText.builder().text("a ");
    int pair = text.open("<b>");
    text.text("b").standalone("<x/>", "").close(pair, "</b>");
    assertThat(grammar(text.build()))
        .contains("r0 ::= t* (\"⟦2⟧\" t*)")
        .contains("r1 ::= t* (\"⟦1⟧\" r0 \"⟦/1⟧\" t*)");
  }

  @Test
  void wantsTextInAPairThatHadText() {
    CodedText.Builder text = CodedText.builder();
    int full = text.open("<b>");
    text.text("b").close(full, "</b>");
    int empty = text.open("<a>");
    text.close(empty, "</a>");
    assertThat(grammar(text.build()))
        .contains("\"⟦1⟧\" t+ \"⟦/1⟧\"")
        .contains("\"⟦2⟧\" t* \"⟦/2⟧\"");
  }

  @Test
  void manyCodesKeepTheirOrderInOneRule() {
    CodedText.Builder text = CodedText.builder();
    for (int i = 0; i < 12; i++) {
      text.text("a").standalone("<x/>", "");
    }
    String grammar = grammar(text.build());
    assertThat(grammar.lines()).hasSize(3);
    assertThat(grammar).contains("t* \"⟦11⟧\" t* \"⟦12⟧\" t*");
  }

  @Test
  void forbidsTheSyllabaryOfTheSource() {
    LanguagePair japanese = new LanguagePair(Optional.of("ja"), "zh");
    assertThat(ForbiddenWriting.of(japanese, List.of())).contains("\\u3041");
    assertThat(ForbiddenWriting.of(new LanguagePair(Optional.of("en"), "zh"), List.of())).isEmpty();
    assertThat(ForbiddenWriting.of(new LanguagePair(Optional.of("zh"), "ja"), List.of())).isEmpty();
    assertThat(ForbiddenWriting.of(new LanguagePair(Optional.empty(), "zh"), List.of())).isEmpty();
  }

  @Test
  void allowsTheSyllabaryWhereATermNeedsIt() {
    Term kept = new Term("ノート", "", "", false, true, false, true, List.of());
    PlannedSegment segment =
        new PlannedSegment(
            0,
            new Segment(new SegmentId("a"), CodedText.of("ノート"), Role.PARAGRAPH, "s"),
            3,
            List.of(new TermMatch(kept, "ノート", "ノート", 0, 3)),
            new SegmentKey(new SegmentId("a"), "", ""));
    LanguagePair japanese = new LanguagePair(Optional.of("ja"), "zh");
    assertThat(ForbiddenWriting.of(japanese, List.of(segment))).isEmpty();
  }

  private static String grammar(CodedText... sources) {
    return BatchGrammar.of(LineForm.NUMBERED, List.of(sources), "").gbnf();
  }
}
