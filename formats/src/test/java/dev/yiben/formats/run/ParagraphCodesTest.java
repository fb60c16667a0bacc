package dev.yiben.formats.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.yiben.formats.format.Tally;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What becomes of all that is not text. Paragraphs are written as texts and {@code <>}: {@code
 * <s1>} and {@code <e1>} are the two ends of an anchor, {@code <(>} and {@code <)>} hold runs,
 * {@code <m>} is a mark, {@code <w>} a word, {@code <tab>} a tab, {@code <b>} and {@code </b>} turn
 * a look on and off.
 */
final class ParagraphCodesTest {
  private static final RunDialect DIALECT =
      new RunDialect() {
        @Override
        public String text(String text) {
          return text;
        }

        @Override
        public String run(String properties, String content, boolean translated) {
          return properties.isEmpty() ? content : "{" + properties + ":" + content + "}";
        }
      };

  private static ParagraphBuilder builder(String markup) {
    ParagraphBuilder builder = new ParagraphBuilder(0, markup.length());
    RunStyle look = RunStyle.PLAIN;
    int i = 0;
    while (i < markup.length()) {
      int next = markup.indexOf('<', i);
      if (next != i) {
        int end = next < 0 ? markup.length() : next;
        builder.text(markup.substring(i, end), look);
        i = end;
        continue;
      }
      int end = markup.indexOf('>', i) + 1;
      String name = markup.substring(i + 1, end - 1);
      switch (name.charAt(0)) {
        case 's' -> builder.anchor(CodeKind.START_ANCHOR, name.substring(1), i, end);
        case 'e' -> builder.anchor(CodeKind.END_ANCHOR, name.substring(1), i, end);
        case '(' -> builder.open(i, end);
        case ')' -> builder.close(i, end);
        case 'm' -> builder.code(CodeKind.MARK, i, end, "", Optional.empty());
        case 'w' -> builder.code(CodeKind.WORD, i, end, "7", Optional.empty());
        case 't' -> builder.code(CodeKind.MARK, i, end, "\t", Optional.empty());
        case 'l' -> builder.loose(i, end);
        case '/' -> look = RunStyle.PLAIN;
        default -> look = new RunStyle(name, name, name.equals("u"));
      }
      i = end;
    }
    return builder;
  }

  private static Paragraph paragraph(String markup) {
    return builder(markup).build(markup, new Tally()).orElseThrow();
  }

  private static String marked(String markup) {
    return paragraph(markup).text().marked();
  }

  private static String written(String markup, String target) {
    Paragraph paragraph = paragraph(markup);
    return paragraph.write(paragraph.text().withMarked(target), DIALECT, markup::substring);
  }

  private static String writtenAsItIs(String markup) {
    return written(markup, marked(markup));
  }

  @Test
  void makesPairsOfAnchorsAroundWords() {
    assertThat(marked("the <s1>lamp<e1> burns")).isEqualTo("the ⟦1⟧lamp⟦/1⟧ burns");
    assertThat(written("the <s1>lamp<e1> burns", "⟦1⟧la lampe⟦/1⟧ brûle"))
        .isEqualTo("<s1>la lampe<e1> brûle");
  }

  @Test
  void needsNoCodesForAnchorsAroundAllWords() {
    assertThat(marked("<s1><s2>the lamp burns<e2><e1>")).isEqualTo("the lamp burns");
    assertThat(written("<s1><s2>the lamp burns<e2><e1>", "brûle"))
        .isEqualTo("<s1><s2>brûle<e2><e1>");
  }

  @Test
  void movesAnchorsToTheEdgesOfWords() {
    assertThat(marked("light<s1>hou<e1>ses burn")).isEqualTo("⟦1⟧lighthouses⟦/1⟧ burn");
    assertThat(writtenAsItIs("my light<s1>hou<e1>ses burn"))
        .isEqualTo("my <s1>lighthouses<e1> burn");
    assertThat(writtenAsItIs("it is<s1>n’t my keep<e1>er’s lamp"))
        .isEqualTo("it <s1>isn’t my keeper’s<e1> lamp");
  }

  @Test
  void movesAnchorsOutOfWordsOfTwoLooks() {
    assertThat(writtenAsItIs("it is <b>un</b><s1>believable<e1>, no?"))
        .isEqualTo("it is <s1>{b:un}believable<e1>, no?");
  }

  @Test
  void leavesAnchorsWhereWordsHaveNoSpaces() {
    assertThat(marked("我在灯<s1>塔<e1>里")).isEqualTo("我在灯⟦1⟧塔⟦/1⟧里");
    assertThat(marked("ใน<s1>ประ<e1>ภาคาร")).isEqualTo("ใน⟦1⟧ประ⟦/1⟧ภาคาร");
  }

  @Test
  void leavesPointsInWordsPoints() {
    assertThat(writtenAsItIs("the light<s1><e1>house burns"))
        .isEqualTo("the <s1><e1>lighthouse burns");
  }

  @Test
  void keepsAnchorsThatCrossAsTheyAre() {
    String crossing = "one <s1>two <s2>three<e1> four<e2> five";

    assertThat(marked(crossing)).isEqualTo("one ⟦1⟧two ⟦2⟧three⟦/1⟧ four⟦3⟧ five");
    assertThat(writtenAsItIs(crossing)).isEqualTo(crossing);
  }

  @Test
  void keepsAnchorsThatCrossALinkAsTheyAre() {
    String crossing = "one <s1>two <(>three<e1> four<)> five";

    assertThat(marked(crossing)).isEqualTo("one ⟦1⟧two ⟦2⟧three⟦3⟧ four⟦/2⟧ five");
    assertThat(writtenAsItIs(crossing)).isEqualTo(crossing);
  }

  @Test
  void putsAnchorsIntoTheCodesBesideThem() {
    assertThat(marked("one <s1><b>two</b> three, <m><e1> four"))
        .isEqualTo("one ⟦1⟧⟦2⟧two⟦/2⟧ three, ⟦3⟧⟦/1⟧ four");
    assertThat(marked("one <e9><b>two</b><s8> three")).isEqualTo("one ⟦1⟧two⟦/1⟧ three");
    assertThat(writtenAsItIs("one <e9><b>two</b><s8> three"))
        .isEqualTo("one <e9>{b:two}<s8> three");
  }

  @Test
  void makesOneCodeOfNeighbours() {
    assertThat(marked("one<m><w><m> two")).isEqualTo("one⟦1⟧ two");
    assertThat(marked("one <s1><(><b>two</b><)><e1> three")).isEqualTo("one ⟦1⟧two⟦/1⟧ three");
    assertThat(writtenAsItIs("one <s1><(><b>two</b><)><e1> three"))
        .isEqualTo("one <s1><(>{b:two}<)><e1> three");
  }

  @Test
  void makesOneCodeOfALinkWithoutWords() {
    assertThat(marked("one <(><m><)> two")).isEqualTo("one ⟦1⟧ two");
    assertThat(writtenAsItIs("one <(> <m><)> two")).isEqualTo("one <(> <m><)> two");
  }

  @Test
  void keepsALookAroundALinkOfTheSameLook() {
    assertThat(marked("now <b>one <(>two<)> three</b> and all the rest of it"))
        .isEqualTo("now ⟦1⟧one ⟦2⟧two⟦/2⟧ three⟦/1⟧ and all the rest of it");
    assertThat(writtenAsItIs("now <b>one <(>two<)> three</b> and all the rest of it"))
        .isEqualTo("now {b:one }<(>{b:two}<)>{b: three} and all the rest of it");
  }

  @Test
  void putsALookIntoTheOneAroundIt() {
    assertThat(marked("now <b>one </b><bi>two</bi><b> three</b> and all the rest of it"))
        .isEqualTo("now ⟦1⟧one ⟦2⟧two⟦/2⟧ three⟦/1⟧ and all the rest of it");
  }

  @Test
  void takesNoCodesForStopsOfAnotherLook() {
    assertThat(marked("the lamp<b>.</b> Then <b>the bell</b><bi>,</bi> and all"))
        .isEqualTo("the lamp. Then ⟦1⟧the bell⟦/1⟧, and all");
    assertThat(written("<b>...</b>", "…")).isEqualTo("{b:…}");
  }

  @Test
  void leavesOutWhatIsAtTheEdges() {
    assertThat(marked("<m>the lamp<m>")).isEqualTo("the lamp");
    assertThat(marked("<w> is the number of <w>")).isEqualTo("⟦1⟧ is the number of ⟦2⟧");
    assertThat(writtenAsItIs("<m> the lamp <m>")).isEqualTo("<m> the lamp <m>");
  }

  @Test
  void leavesOutNumbersThatTabsPartFromWords() {
    assertThat(marked("2.1<t>The lamp<t>17")).isEqualTo("The lamp");
    assertThat(marked("(iv)<t>a lamp")).isEqualTo("a lamp");
    assertThat(marked("The lamp<t><w>")).isEqualTo("The lamp");
    assertThat(marked("Keeper<t>lamp")).isEqualTo("Keeper⟦1⟧lamp");
    assertThat(marked("1<t>2")).isEqualTo("1⟦1⟧2");
    assertThat(written("2.1<t>The lamp<t>17", "灯")).isEqualTo("2.1<t>灯<t>17");
  }

  @Test
  void countsWhatItLeavesOut() {
    String markup = "12.<t>The ⟦ lamp";
    Tally tally = new Tally();

    assertThat(builder(markup).build(markup, tally)).isPresent();
    assertThat(tally.coverage().outside())
        .containsOnly(Map.entry("label", 3L), Map.entry("placeholder-bracket", 1L));
  }

  @Test
  void putsLooseThingsFirst() {
    assertThat(writtenAsItIs("the la<l>mp")).isEqualTo("<l>the lamp");
  }

  @Test
  void takesTimeInProportionToLength() {
    String part = "a<s1>b<e1> <b>c</b> <(>d<)> <m> <w> <s2>e<s3>f<e2>g<e3> ";
    String markup = part.repeat(20_000);

    List<?> codes =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> paragraph(markup).text().codes());

    assertThat(codes).hasSizeGreaterThan(100_000);
  }

  @Test
  void takesTimeInProportionToNesting() {
    String markup =
        "<s1>a ".repeat(20_000)
            + "<(>b".repeat(400)
            + "<)>".repeat(400)
            + "<m>".repeat(50_000)
            + " c";

    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> paragraph(markup).text().codes());
  }
}
