package dev.yiben.pipeline.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.SegmentId;
import dev.yiben.pipeline.DocumentResult.Status;
import dev.yiben.pipeline.Fate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MergerTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(ExchangeFormat.class)
  void leavesDocumentAsItIsWhereNothingIsTranslated(ExchangeFormat format) throws IOException {
    Review review =
        new Review(folder)
            .document("# Title", "The <b>fox</b><x/> ran.", "⟦odd⟧ \f =1+1 _x0041_ 😀", "123");

    MergedDocument merged = review.merge(review.extract(format));

    assertThat(Files.mismatch(review.input(), folder.resolve("story.zh.lines"))).isEqualTo(-1);
    assertThat(merged.untranslated()).isEqualTo(3);
    assertThat(merged.result().count(Fate.KEPT_AS_SOURCE)).isEqualTo(3);
    assertThat(merged.result().count(Fate.SKIPPED)).isEqualTo(1);
  }

  @Test
  void takesTranslationsThatAreWrittenIntoXliff2() {
    Review review = new Review(folder).document("The <b>fox</b><x/> ran.", "It slept.");
    Path file =
        Review.edit(
            review.extract(ExchangeFormat.XLIFF2),
            xml ->
                xml.replaceFirst(
                    "(<source[^>]*>)The (<pc.*</pc>)(<ph[^>]*/>) ran.</source>",
                    "$0<target>$3跑的是$2</target>"));

    MergedDocument merged = review.merge(file);

    assertThat(review.output()).containsExactly("<x/>跑的是<b>fox</b>", "It slept.");
    assertThat(merged.confirmed()).containsOnlyKeys(new SegmentId("line/1"));
    assertThat(merged.untranslated()).isEqualTo(1);
    assertThat(merged.result().status()).isEqualTo(Status.WRITTEN);
  }

  @Test
  void joinsSegmentsThatToolHasCut() {
    Review review = new Review(folder).document("One. <b>Two.</b> Three.");
    Path file =
        Review.edit(
            review.extract(ExchangeFormat.XLIFF2),
            xml ->
                xml.replaceFirst(
                    "(?s)<segment.*</segment>",
                    """
                    <segment id="s1" state="translated"><source>One.</source><target order="3">一。</target></segment>
                    <ignorable><source> </source></ignorable>
                    <segment id="s2" state="final"><source><pc id="1">Two.</pc></source><target order="1"><mrk id="m1" type="term"><sc id="1"/>二。</mrk><ec startRef="1"/></target></segment>
                    <ignorable><source> </source></ignorable>
                    <segment id="s3" state="translated"><source>Three.</source><target>三。</target></segment>
                    """));

    assertThat(review.merge(file).refused()).isEmpty();
    assertThat(review.output()).containsExactly("<b>二。</b> 一。 三。");
  }

  @Test
  void readsCodesThatToolHasWrittenOtherwise() {
    Review review = new Review(folder).document("The <b>fox</b><x/> ran.");
    Path file =
        Review.edit(
            review.extract(ExchangeFormat.XLIFF1),
            xml ->
                xml.replaceFirst(
                    "</source>",
                    """
                    </source><seg-source>no</seg-source>
                    <target state="translated"><mrk mtype="seg" mid="0"><bpt id="7" rid="1">&lt;b></bpt>狐<ept id="8" rid="1">&lt;/b></ept></mrk> <ph id="2">&lt;x/></ph></target>
                    <alt-trans><target>no</target></alt-trans>"""));

    assertThat(review.merge(file).refused()).isEmpty();
    assertThat(review.output()).containsExactly("<b>狐</b> <x/>");
  }

  @Test
  void refusesTranslationsWithWrongCodesAndTakesOthers() {
    Review review =
        new Review(folder).document("<b>Lost</b>", "Twice<x/>", "Strange", "<b>Half</b>", "Good");
    Path file =
        Review.edit(
            review.extract(ExchangeFormat.XLIFF1),
            xml ->
                target(
                    target(
                        target(
                            target(target(xml, 1, "丢"), 2, "<x id=\"1\"/>双<x id=\"1\"/>"),
                            3,
                            "<x id=\"q7\"/>怪"),
                        4,
                        "半⟦/1⟧"),
                    5,
                    "好"));

    MergedDocument merged = review.merge(file);

    assertThat(review.output())
        .containsExactly("<b>Lost</b>", "Twice<x/>", "Strange", "<b>Half</b>", "好");
    assertThat(merged.refused())
        .containsExactly(
            "line/1: the mark ⟦1⟧ is missing, the mark ⟦/1⟧ is missing; the translation is not"
                + " taken",
            "line/2: the mark ⟦1⟧ stands there too often; the translation is not taken",
            "line/3: it has a code 'q7' that the source has not; the translation is not taken",
            "line/4: the mark ⟦1⟧ is missing; the translation is not taken");
    assertThat(merged.confirmed()).containsOnlyKeys(new SegmentId("line/5"));
  }

  @Test
  void refusesTranslationsOfSourcesThatHaveChangedAndFindsThoseThatHaveMoved() {
    Review review = new Review(folder).document("One.", "Two.", "Three.", "Four.");
    Path file =
        Review.edit(
            review.extract(ExchangeFormat.XLIFF1),
            xml -> target(target(target(target(xml, 1, "一"), 2, "二"), 3, "三"), 4, "四"));

    MergedDocument merged =
        review.document("Zero.", "One.", "Two and a half.", "Three.").merge(file);

    assertThat(review.output()).containsExactly("Zero.", "一", "Two and a half.", "三");
    assertThat(merged.refused())
        .containsExactly(
            "line/2: its source has changed since it was extracted; the translation is not taken",
            "line/4: its source has changed since it was extracted; the translation is not taken");
    assertThat(merged.result().notices())
        .containsExactly("2 segments were found at another place, for the document has changed");
  }

  @Test
  void doesNotTakeSourceThatToolHasPutInForTranslation() {
    Review review = new Review(folder).document("Elsmar");
    Path file =
        Review.edit(
            review.extract(ExchangeFormat.XLIFF1),
            xml -> target(xml, 1, "Elsmar").replace("<target>", "<target state=\"new\">"));

    assertThat(review.merge(file).untranslated()).isEqualTo(1);
  }

  @Test
  void takesNameThatIsTheSameInBothLanguages() {
    Review review = new Review(folder).document("Elsmar");
    Path file =
        Review.edit(
            review.extract(ExchangeFormat.XLIFF1),
            xml -> target(xml, 1, "Elsmar").replace("<target>", "<target state=\"final\">"));

    MergedDocument merged = review.merge(file);

    assertThat(merged.untranslated()).isZero();
    assertThat(merged.confirmed()).hasSize(1);
  }

  @Test
  void tellsWhatChecksFindInTranslations() {
    Review review = new Review(folder).document("It was in 1984, and nobody knew of it.");
    Path file =
        Review.edit(review.extract(ExchangeFormat.XLIFF1), xml -> target(xml, 1, "没有人知道这件事情。"));

    assertThat(review.merge(file).result().segments().get(0).findings())
        .extracting(finding -> finding.id())
        .contains("NUM-001");
  }

  @Test
  void keepsTranslationThatDocumentHasAlready() {
    Review review = new Review(folder).document("Yes. // existing=是。", "No. // existing=不。");
    Path file =
        Review.edit(review.extract(ExchangeFormat.XLIFF1), xml -> xml.replace(">不。<", ">不是。<"));

    MergedDocument merged = review.merge(file);

    assertThat(review.output()).containsExactly("Yes. // existing=是。", "不是。");
    assertThat(merged.confirmed()).containsOnlyKeys(new SegmentId("line/2"));
  }

  private static String target(String xml, int unit, String content) {
    return xml.replaceFirst(
        "(<trans-unit id=\"" + unit + "\"(?s:.*?)</source>)",
        "$1<target>" + content.replace("$", "\\$") + "</target>");
  }
}
