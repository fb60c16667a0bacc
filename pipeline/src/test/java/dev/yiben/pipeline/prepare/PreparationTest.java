package dev.yiben.pipeline.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.glossary.Glossary;
import dev.yiben.glossary.ProtectedPresets;
import dev.yiben.glossary.Replacement;
import dev.yiben.glossary.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreparationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Hello {name}!; Hello ⟦1⟧!",
        "{a}{b}; ⟦1⟧⟦2⟧",
        "no variable; no variable",
        "<b>bold</b> and <i>it</i>; ⟦1⟧bold⟦/1⟧ and ⟦2⟧it⟦/2⟧",
        "<b>open and <i>closed</i>; ⟦1⟧open and ⟦2⟧closed⟦/2⟧",
        "<b>not <i>nested</b> well</i>; ⟦1⟧not ⟦2⟧nested⟦/1⟧ well⟦3⟧",
        "a<br>b<br/>c; a⟦1⟧b⟦2⟧c",
      })
  void turnsProtectedTextsIntoCodes(String source, String marked) {
    PreparedSegments segments = prepared(CodedText.of(source), "\\{\\w+\\}", "</?\\w+/?>");

    assertThat(source(segments).marked()).isEqualTo(marked);
    assertThat(segments.restored(0, source(segments))).isEqualTo(CodedText.of(source));
  }

  @Test
  void leavesTheNumbersOfCodesAndNumbersProtectedTextsAfterThem() {
    CodedText.Builder text = CodedText.builder().text("Go, {who}, to ");
    int link = text.open("<a>");
    text.text("the {where}").close(link, "</a>").standalone("<br/>", "\n").text("now");
    PreparedSegments segments = prepared(text.build(), "\\{\\w+\\}");

    assertThat(source(segments).marked()).isEqualTo("Go, ⟦3⟧, to ⟦1⟧the ⟦4⟧⟦/1⟧⟦2⟧now");
    assertThat(
            segments
                .restored(0, source(segments).withMarked("⟦1⟧⟦4⟧那里⟦/1⟧⟦2⟧现在去，⟦3⟧"))
                .visibleText())
        .isEqualTo("{where}那里\n现在去，{who}");
  }

  @Test
  void neverProtectsAcrossOrWithinCodes() {
    CodedText.Builder text = CodedText.builder().text("{a");
    int bold = text.open("<b>");
    text.text("b}").close(bold, "</b>").standalone("{keep}", "{keep}").text("{c}");
    PreparedSegments segments = prepared(text.build(), "\\{[^}]*\\}");

    assertThat(source(segments).marked()).isEqualTo("{a⟦1⟧b}⟦/1⟧⟦2⟧⟦3⟧");
    assertThat(source(segments).codes()).extracting(InlineCode::original).last().isEqualTo("{c}");
  }

  @Test
  void pairsTagsOnlyBetweenTheSameCodes() {
    CodedText.Builder text = CodedText.builder().text("[b]one ");
    int bold = text.open("<b>");
    text.text("two[/b] [i]three[/i]").close(bold, "</b>").text(" four[/b]");
    PreparedSegments segments = prepared(text.build(), "\\[/?\\w\\]");

    assertThat(source(segments).marked()).isEqualTo("⟦2⟧one ⟦1⟧two⟦3⟧ ⟦4⟧three⟦/4⟧⟦/1⟧ four⟦/2⟧");
    assertThat(source(segments).isNested()).isTrue();
  }

  @Test
  void leavesASegmentOfProtectedTextsAlone() {
    assertThat(prepared(CodedText.of("{name}: 12"), "\\{\\w+\\}").segments().get(0).skipRule())
        .contains("protected");
    assertThat(prepared(CodedText.of("{name}: x"), "\\{\\w+\\}").segments().get(0).skipRule())
        .isEmpty();
  }

  @Test
  void protectsTheSameInTranslationsThatAreThereAlready() {
    Segment segment = segment(CodedText.of("{who} sees {what}"));
    segment = segment.with(segment.hints().withExisting(CodedText.of("{what}被{who}看见")));
    Glossary glossary = glossary(List.of("\\{\\w+\\}"), List.of(), List.of());
    PreparedSegments segments = Preparation.of(glossary).prepare(List.of(segment));

    assertThat(segments.segments().get(0).hints().existing().map(CodedText::marked))
        .contains("⟦2⟧被⟦1⟧看见");
    assertThat(segments.prepared(0, CodedText.of("{who}看见{what}")).map(CodedText::marked))
        .contains("⟦1⟧看见⟦2⟧");
    assertThat(segments.prepared(0, CodedText.of("{who}看见"))).isEmpty();
    assertThat(segments.prepared(0, CodedText.of("{who}看见{what}{what}"))).isEmpty();
  }

  @Test
  void replacesInSourcesOneAfterTheOtherAndNeverAcrossCodes() {
    CodedText.Builder text = CodedText.builder().text("colour of gray");
    int bold = text.open("<b>");
    text.text("ness").close(bold, "</b>");
    Glossary glossary =
        glossary(
            List.of(),
            List.of(
                new Replacement("grayness", "X", true, false),
                new Replacement("COLOUR", "color", false, false),
                new Replacement("color of (gra\\w)", "$1 color", true, true)),
            List.of());
    PreparedSegments segments = Preparation.of(glossary).prepare(List.of(segment(text.build())));

    assertThat(source(segments).marked()).isEqualTo("gray color⟦1⟧ness⟦/1⟧");
  }

  @Test
  void replacesInTargetsButNotInCodes() {
    Glossary glossary =
        glossary(
            List.of("\\{\\w+\\}"),
            List.of(),
            List.of(
                new Replacement("...", "……", true, false),
                new Replacement("name", "名", true, false),
                new Replacement("!", "！⟦9⟧\n", true, false)));
    Preparation preparation = Preparation.of(glossary);
    PreparedSegments segments =
        preparation.prepare(List.of(segment(CodedText.of("{name}, my name... !"))));
    CodedText target = source(segments).withMarked("⟦1⟧，name...!");

    assertThat(segments.restored(0, preparation.finished(target)))
        .isEqualTo(CodedText.of("{name}，名……！ 9  "));
  }

  @Test
  void replacesNothingInRehearsals() {
    Glossary glossary =
        glossary(
            List.of("\\{\\w+\\}"),
            List.of(new Replacement("a", "b", true, false)),
            List.of(new Replacement("a", "b", true, false)));
    Preparation preparation = Preparation.protecting(glossary);
    PreparedSegments segments = preparation.prepare(List.of(segment(CodedText.of("a {a}"))));

    assertThat(source(segments).marked()).isEqualTo("a ⟦1⟧");
    assertThat(preparation.finished(source(segments))).isEqualTo(source(segments));
  }

  /** Texts of random pieces of markup, under all presets at once. */
  @Test
  void leadsBackToTheSameTextWhateverIsProtected() {
    List<String> patterns =
        ProtectedPresets.names().stream()
            .flatMap(name -> ProtectedPresets.patterns(name).stream())
            .toList();
    String[] pieces = {
      "{",
      "}",
      "{{",
      "}}",
      "[",
      "]",
      "<b>",
      "</b>",
      "<",
      ">",
      "%d",
      "%1$s",
      "\\C[2]",
      "\\n",
      "name",
      " ",
      "/",
      "{name}",
      "{/i}",
      "{i}",
      "[player]",
      "<color=red>",
      "</color>",
      "。",
      "日本",
      "⟦",
      "⟧",
      "😀",
      "&amp;",
      "$t(a)",
      "%",
      "#"
    };
    Random random = new Random(7);
    for (int run = 0; run < 2000; run++) {
      CodedText.Builder text = CodedText.builder();
      List<Integer> open = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        switch (random.nextInt(8)) {
          case 0 -> open.add(text.open("<x>"));
          case 1 -> text.standalone("<br/>", random.nextBoolean() ? "\n" : "");
          case 2 -> {
            if (!open.isEmpty()) {
              text.close(open.remove(open.size() - 1), "</x>");
            }
          }
          default -> text.text(pieces[random.nextInt(pieces.length)]);
        }
      }
      while (!open.isEmpty()) {
        text.close(open.remove(open.size() - 1), "</x>");
      }
      CodedText own = text.build();
      PreparedSegments segments = prepared(own, patterns.toArray(String[]::new));
      CodedText source = source(segments);

      assertThat(source.isNested()).as(own.marked()).isTrue();
      assertThat(source.withMarked(source.marked())).isEqualTo(source);
      assertThat(segments.restored(0, source)).isEqualTo(own);
      assertThat(segments.prepared(0, own)).contains(source);
    }
  }

  private static CodedText source(PreparedSegments segments) {
    return segments.segments().get(0).source();
  }

  private static PreparedSegments prepared(CodedText source, String... patterns) {
    return Preparation.of(glossary(List.of(patterns), List.of(), List.of()))
        .prepare(List.of(segment(source)));
  }

  private static Segment segment(CodedText source) {
    return new Segment(new SegmentId("p1"), source, Role.PARAGRAPH, "s", Optional.empty());
  }

  private static Glossary glossary(
      List<String> patterns, List<Replacement> before, List<Replacement> after) {
    return new Glossary(
        List.of(), List.of(), Style.NONE, List.of(), before, after, patterns, List.of());
  }
}
