package dev.yiben.pipeline.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.lines.Columns;
import dev.yiben.glossary.Term;
import dev.yiben.glossary.TermMatch;
import dev.yiben.pipeline.plan.PlannedSegment;
import dev.yiben.pipeline.plan.SegmentKey;
import dev.yiben.pipeline.prompt.LanguagePair;
import dev.yiben.pipeline.prompt.LineForm;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void countsDownTheColumnsThatAreLeft() {
    String grammar = bounded("zh", new BatchGrammar.Line(CodedText.of("one"), OptionalInt.of(4)));
    assertThat(grammar)
        .startsWith("root ::= \"1|\" (n c3 | w c2)\n")
        .contains("\nc4 ::= \"\" | n c3 | w c2\n")
        .contains("\nc1 ::= \"\" | n c0\n")
        .contains("\nc0 ::= \"\"\n");
  }

  @Test
  void linesWithoutCodesShareTheirRules() {
    String grammar =
        bounded(
            "zh",
            new BatchGrammar.Line(CodedText.of("one"), OptionalInt.of(4)),
            new BatchGrammar.Line(CodedText.of("two"), OptionalInt.of(6)),
            new BatchGrammar.Line(CodedText.of("three"), OptionalInt.empty()));
    assertThat(grammar).startsWith("root ::= \"1|\" (n c3 | w c2) \"\\n2|\" (n c5 | w c4)");
    assertThat(grammar).contains(" \"\\n3|\" t+\n");
    assertThat(grammar.lines().filter(line -> line.startsWith("c"))).hasSize(7);
  }

  @Test
  void keepsRoomForTheTextOfAPair() {
    CodedText.Builder text = CodedText.builder();
    int pair = text.open("<i>");
    text.text("one").close(pair, "</i>");
    assertThat(bounded("zh", new BatchGrammar.Line(text.build(), OptionalInt.of(3))))
        .startsWith("root ::= \"1|\" x0-0-1\n")
        .contains("x0-0-1 ::= \"⟦1⟧\" (n x0-1-2 | w x0-1-1) | n x0-0-0\n")
        .contains("x0-1-0 ::= \"⟦/1⟧\" c0\n");
  }

  @Test
  void lineBreaksTakeNoRoomButShownCodesDo() {
    CodedText broken = CodedText.builder().text("a").standalone("<br>", "\n").text("b").build();
    CodedText shown = CodedText.builder().text("a").standalone("{7}", "77").text("b").build();
    assertThat(bounded("zh", new BatchGrammar.Line(broken, OptionalInt.of(5))))
        .contains(" x0-0-5\n");
    assertThat(bounded("zh", new BatchGrammar.Line(shown, OptionalInt.of(5))))
        .contains(" x0-0-3\n");
  }

  @Test
  void muchRoomIsNotBounded() {
    CodedText source = CodedText.of("one");
    assertThat(bounded("zh", new BatchGrammar.Line(source, OptionalInt.of(1_000_000))).lines())
        .contains("root ::= \"1|\" t+")
        .hasSizeLessThan(6);
  }

  @Test
  void aTextOfVeryManyCodesIsNotBounded() {
    CodedText.Builder text = CodedText.builder();
    for (int i = 0; i < 500; i++) {
      text.text("a").standalone("<x/>", "");
    }
    assertThat(bounded("zh", new BatchGrammar.Line(text.build(), OptionalInt.of(80))).lines())
        .hasSizeLessThan(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "ja", "ko", "en", "th", "ar", "hi", "und"})
  void noCharacterTakesMoreColumnsThanItsClassSays(String language) {
    ColumnClasses classes = ColumnClasses.of(language, "\\u3041-\\u309F");
    for (int c = ' '; c <= Character.MAX_CODE_POINT; c++) {
      if (Character.isDefined(c) && Character.getType(c) != Character.SURROGATE) {
        int columns = Columns.of(c);
        assertThat(columns > 0 && classes.marks().contains(c)).as("U+%04X", c).isFalse();
        assertThat(columns > 1 && classes.narrow().contains(c)).as("U+%04X", c).isFalse();
        assertThat(
                classes.wide().contains(c)
                    || classes.narrow().contains(c)
                    || classes.marks().contains(c))
            .as("U+%04X", c)
            .isEqualTo(c < 0x3041 || c > 0x309F);
      }
    }
  }

  @Test
  void marksOfTheLanguageTakeNoColumn() {
    assertThat(ColumnClasses.of("th", "\\x00-\\x1F").marks().contains(0x0E34)).isTrue();
    assertThat(ColumnClasses.of("zh", "\\x00-\\x1F").marks().isEmpty()).isTrue();
    assertThat(bounded("th", new BatchGrammar.Line(CodedText.of("one"), OptionalInt.of(1))))
        .contains("\nc1 ::= \"\" | n c0 | m c1\n");
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

  private static String bounded(String language, BatchGrammar.Line... lines) {
    return BatchGrammar.of(LineForm.NUMBERED, List.of(lines), language, "").gbnf();
  }

  private static String grammar(CodedText... sources) {
    return BatchGrammar.of(LineForm.NUMBERED, List.of(sources), "").gbnf();
  }
}
