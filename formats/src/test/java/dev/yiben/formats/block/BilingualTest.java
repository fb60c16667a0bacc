package dev.yiben.formats.block;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Layout;
import dev.yiben.formats.format.TargetLookup;
import dev.yiben.formats.splice.SourceText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BilingualTest {
  private static final String BREAK = "<br class=\"yiben-break\"/>";

  private static MarkupDocument read(String markup) {
    return MarkupDocument.read(
        SourceText.decode(markup.getBytes(UTF_8), UTF_8).orElseThrow(),
        XhtmlVocabulary.content(),
        "x",
        "x");
  }

  private static String write(Layout layout, String target, String markup, String... targets) {
    MarkupDocument document = read(markup);
    Map<SegmentId, CodedText> byId = new HashMap<>();
    for (int i = 0; i < targets.length; i++) {
      Segment segment = document.segments().get(i);
      byId.put(segment.id(), segment.source().withMarked(targets[i]));
    }
    TargetLookup lookup =
        new TargetLookup() {
          @Override
          public String targetLanguage() {
            return target;
          }

          @Override
          public Optional<CodedText> target(SegmentId id) {
            return Optional.ofNullable(byId.get(id));
          }
        };
    Presentation presentation =
        new Presentation(layout, Language.of("en"), Language.of(target), List.of("lang"));
    return new String(document.write(lookup, presentation, List.of()), UTF_8);
  }

  private static String below(String markup, String... targets) {
    return write(Layout.BILINGUAL, "zh", markup, targets);
  }

  private static String source(String content) {
    return "<span class=\"yiben-source\" lang=\"en\">" + content + "</span>";
  }

  private static String target(String content) {
    return "<span class=\"yiben-target\" lang=\"zh\">" + content + "</span>";
  }

  @Test
  void putsTargetsBelowAboveAndBesideTheirSources() {
    assertThat(below("<li> One</li>", "一"))
        .isEqualTo("<li> " + source("One") + BREAK + target("一") + "</li>");
    assertThat(write(Layout.BILINGUAL_ABOVE, "zh", "<h1>One</h1>", "一"))
        .isEqualTo("<h1>" + target("一") + BREAK + source("One") + "</h1>");
    assertThat(write(Layout.BILINGUAL_SIDE, "zh", "<td>One</td>", "一"))
        .isEqualTo(
            "<td><span class=\"yiben-pair\">"
                + (source("One") + BREAK + target("一"))
                + "</span></td>");
    assertThat(write(Layout.TARGET, "zh", "<p>One</p>", "一")).isEqualTo("<p>一</p>");
  }

  @Test
  void keepsAnchorsInTheFirstCopyOnly() {
    String markup =
        "<p>One <a id=\"a\" href=\"#b\">two</a> <a name='c' >three</a><i id=d></i>.</p>";
    String marked = "一⟦1⟧二⟦/1⟧⟦2⟧三⟦/2⟧。";
    assertThat(below(markup, marked))
        .contains(source("One <a id=\"a\" href=\"#b\">two</a> <a name='c' >three</a><i id=d></i>."))
        .contains(target("一<a href=\"#b\">二</a><a >三</a><i></i>。"));
    assertThat(write(Layout.BILINGUAL_ABOVE, "zh", markup, marked))
        .contains(source("One <a href=\"#b\">two</a> <a >three</a><i></i>."))
        .contains(target("一<a id=\"a\" href=\"#b\">二</a><a name='c' >三</a><i id=d></i>。"));
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void showsOnceWhatHasNoOtherTarget(Layout layout) {
    String markup = "<p>Same</p><p>Missing</p><pre>code</pre><p>* * *</p>";
    assertThat(write(layout, "zh", markup, "Same")).isEqualTo(markup);
  }

  @Test
  void showsLargePicturesAtTheEdgesOnce() {
    assertThat(below("<p><img src='a' alt='A cat'/> One<br/><img src='b'/></p>", "猫", "⟦1⟧一⟦2⟧"))
        .isEqualTo(
            "<p><img src='a' alt='猫'/>"
                + (source("One") + BREAK + target("一"))
                + "<br/><img src='b'/></p>");
  }

  @Test
  void showsPicturesOfCharactersInBothCopies() {
    for (String glyph :
        List.of(
            "<img class=\"gaiji\" src=\"a\"/>",
            "<img alt=\"外\" src=\"a\"/>",
            "<img height=\"16\" src=\"a\"/>",
            "<a href=\"#n\"><img src=\"a\"/></a>")) {
      int alternatives = glyph.contains("alt") ? 1 : 0;
      String[] targets = alternatives == 0 ? new String[] {"一⟦1⟧"} : new String[] {"外", "一⟦1⟧"};
      assertThat(below("<p>One" + glyph + "</p>", targets))
          .isEqualTo("<p>" + source("One" + glyph) + BREAK + target("一" + glyph) + "</p>");
    }
    assertThat(below("<p>One <img src=\"a\"/> two</p>", "一⟦1⟧二"))
        .contains(target("一<img src=\"a\"/>二"));
  }

  @Test
  void playsAndMarksPagesOnce() {
    String audio = "<audio src=\"a\"></audio>";
    String page = "<span epub:type=\"pagebreak\" id=\"p\">7</span>";
    assertThat(below("<p>One " + audio + " two " + page + " three</p>", "一⟦1⟧二⟦2⟧三"))
        .contains(source("One " + audio + " two " + page + " three"))
        .contains(target("一二三"));
    assertThat(below("<p>One <b>two</b>" + page + " three</p>", "一⟦1⟧二⟦/1⟧三"))
        .contains(target("一<b>二</b>三"));
  }

  @Test
  void leavesTitlesDrawingsAndAttributesToTheTarget() {
    assertThat(below("<title>One</title><p title=\"Two\">Three</p>", "一", "二", "三"))
        .isEqualTo(
            "<title>一</title><p title=\"二\">" + source("Three") + BREAK + target("三") + "</p>");
    assertThat(below("<select><option>One</option></select>", "一")).contains("<option>一</option>");
    assertThat(below("<table><caption>One</caption></table>", "一")).contains(target("一"));
  }

  @Test
  void keepsTagsNestedWhoseOtherHalfIsInAnotherSegment() {
    assertThat(below("<p>One <b>two<br/><br/>three</b> four</p>", "一⟦1⟧二", "三⟦1⟧四"))
        .isEqualTo(
            "<p>One <b>two"
                + (BREAK + target("一二"))
                + "<br/><br/>three</b> four"
                + (BREAK + target("三四"))
                + "</p>");
    assertThat(write(Layout.BILINGUAL_SIDE, "zh", "<p>One <b>two<br/><br/>three</b></p>", "一⟦1⟧二"))
        .isEqualTo("<p>One <b>two" + BREAK + target("一二") + "<br/><br/>three</b></p>");
  }

  @Test
  void doublesWhatIsWithinAnotherSegmentOnce() {
    String markup = "<p>One<span epub:type=\"footnote\" role=\"note\">Two</span> three</p>";
    int segments = read(markup).segments().size();
    String[] targets = segments == 1 ? new String[] {"一⟦1⟧二⟦/1⟧三"} : new String[] {"二", "一⟦1⟧三"};
    String written = below(markup, targets);
    assertThat(written.split("yiben-source", -1)).hasSize(2);
    assertThat(written).contains(">Two</span> three</span>").contains(">二</span>三</span>");
  }

  @Test
  void putsBlocksWhereBlocksAreWanted() {
    assertThat(below("<body>One<p>Two</p></body>", "一"))
        .isEqualTo(
            "<body><div class=\"yiben-source\" lang=\"en\">One</div>"
                + "<div class=\"yiben-target\" lang=\"zh\">一</div><p>Two</p></body>");
  }

  @Test
  void usesThePrefixOfTheElementsAround() {
    assertThat(below("<h:p>One</h:p>", "一"))
        .isEqualTo(
            "<h:p><h:span class=\"yiben-source\" lang=\"en\">One</h:span>"
                + "<h:br class=\"yiben-break\"/>"
                + "<h:span class=\"yiben-target\" lang=\"zh\">一</h:span></h:p>");
  }

  @Test
  void saysTheLanguageOfBothCopiesButNotOfForeignSources() {
    assertThat(below("<p lang=\"en-GB\">One</p>", "一"))
        .contains("<span class=\"yiben-source\" lang=\"en-GB\">One");
    assertThat(below("<p lang=\"la\">Unus</p>", "一"))
        .contains("<span class=\"yiben-source\">Unus</span>")
        .contains(target("一"));
  }

  @Test
  void saysTheDirectionOfBothCopiesWhereItDiffers() {
    assertThat(write(Layout.BILINGUAL, "ar", "<p>One</p>", "واحد"))
        .contains("<span class=\"yiben-source\" lang=\"en\" dir=\"ltr\">One</span>")
        .contains("<span class=\"yiben-target\" lang=\"ar\" dir=\"rtl\">واحد</span>");
    assertThat(write(Layout.BILINGUAL, "ar", "<p lang=\"he\">אחד</p>", "واحد"))
        .doesNotContain("dir=");
  }

  @Test
  void keepsReadingsInTheSource() {
    assertThat(below("<p>a <ruby>漢<rt>かん</rt></ruby></p>", "b 汉"))
        .isEqualTo("<p>" + source("a <ruby>漢<rt>かん</rt></ruby>") + BREAK + target("b 汉") + "</p>");
  }

  @Test
  void hasRulesForEachBilingualLayout() {
    assertThat(BilingualStyle.of(Layout.TARGET)).isEmpty();
    assertThat(BilingualStyle.of(Layout.BILINGUAL)).contains(".yiben-break { display: none; }");
    assertThat(BilingualStyle.of(Layout.BILINGUAL_SIDE)).contains("flex-wrap: wrap");
  }
}
