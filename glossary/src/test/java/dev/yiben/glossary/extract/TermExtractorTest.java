package dev.yiben.glossary.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.yiben.glossary.extract.Candidate.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TermExtractorTest {
  @Test
  void findsNamesByTheirCapitals() {
    List<Candidate> found =
        candidates(
            "en",
            "The keeper was called Marlo. Every evening Marlo went up.",
            "On Monday old Marlo's lamp burned. I'll tell Marlo, said Captain Dorwin.",
            "At noon Captain Dorwin left the Isle of Skye. Nobody saw Captain Dorwin again.",
            "Every Keeper knew the Isle of Skye, and the Isle of Skye knew MARLO.",
            "The End Of The Whole Long Story",
            "On Monday the keeper came. On Monday the keeper left. II II and II, I'll, I'll");

    assertThat(found)
        .extracting(Candidate::source)
        .containsExactly("Marlo", "Captain Dorwin", "Isle of Skye");
    assertThat(found).extracting(Candidate::kind).containsOnly(Kind.NAME);
    assertThat(found.get(0).count()).isEqualTo(5);
    assertThat(found.get(0).places()).isEqualTo(3);
    assertThat(found.get(1).contexts()).hasSize(2).allMatch(text -> text.contains("Dorwin"));
  }

  @Test
  void leavesOutFormsOfAddressAndGivesRareSequencesToTheirNames() {
    assertThat(
            candidates(
                "en",
                "In the hall came Mr. Darcy. After him Mr. Darcy spoke again, and poor Darcy Smith"
                    + " wept.",
                "Here is St. George, and also St. George, and again St. George."))
        .extracting(Candidate::source, Candidate::count)
        .containsExactly(tuple("Darcy", 3), tuple("St. George", 3));
  }

  @Test
  void tellsGermanNamesByTheirLackOfArticles() {
    assertThat(
            candidates(
                "de",
                "Der Turm stand am Meer, und abends sah Marlo das Meer.",
                "Vom Turm aus sah Marlo ein Schiff. Auf dem Turm schlief Marlo.",
                "Neben dem Turm saß Marlo, der den Turm und das Meer kannte."))
        .extracting(Candidate::source)
        .containsExactly("Marlo");
  }

  @Test
  void findsCompoundsThatComeAgain() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      texts.add("They took the steering oar number " + i + " and looked at sea " + i + ".");
      texts.add("Then word" + i + " went by while other" + i + " things happened to them.");
    }

    assertThat(candidates("en", texts.toArray(String[]::new)))
        .filteredOn(one -> one.source().equals("steering oar"))
        .singleElement()
        .extracting(Candidate::kind, Candidate::count)
        .containsExactly(Kind.COMPOUND, 8);
  }

  @Test
  void findsKatakanaAndNamesBeforeHonorifics() {
    List<Candidate> found =
        candidates(
            "ja",
            "那美さんはヴェニスへ行った。アハハハハ。その模様を見た。",
            "那美さんとエイリーンさんがヴェニスの模様を見詰めた。アハハハハ。",
            "エイリーン・ローズと那美さんはヴェニスにいた。模様を見詰める。アハハハハ。",
            "エイリーンさん、エイリーンさん。見詰めた。");

    assertThat(found)
        .extracting(Candidate::source, Candidate::kind)
        .containsExactly(
            tuple("エイリーン", Kind.NAME), tuple("那美", Kind.NAME), tuple("ヴェニス", Kind.COMPOUND));
  }

  @Test
  void findsChineseWordsThatNoDictionaryHas() {
    List<String> texts = new ArrayList<>();
    String[] verbs = {"看见", "喜欢", "想起", "叫住", "忘记", "送走", "找到", "离开"};
    String[] ends = {"朋友", "时候", "东西", "大海", "灯塔", "晚上", "早晨", "房间"};
    for (int i = 0; i < 8; i++) {
      texts.add("他" + verbs[i] + "塞尔比" + ends[i] + "。");
      texts.add("昨天" + ends[i] + "很好，我们" + verbs[7 - i] + "它。");
    }

    assertThat(candidates("zh", texts.toArray(String[]::new)))
        .extracting(Candidate::source, Candidate::count)
        .containsExactly(tuple("塞尔比", 8));
  }

  @Test
  void takesSpeakersWhoHaveNames() {
    TermExtractor extractor = new TermExtractor("en", ExtractionLimits.DEFAULT);
    for (int i = 0; i < 3; i++) {
      extractor.add(new Passage("Hello " + i, true, "a", Optional.of("Eileen")));
      extractor.add(new Passage("Bye " + i, true, "a", Optional.of("e2")));
    }

    assertThat(extractor.candidates())
        .containsExactly(
            new Candidate("Eileen", Kind.SPEAKER, 3, 1, List.of("Hello 0", "Hello 1", "Hello 2")));
  }

  @Test
  void proposesNoMoreThanAskedFor() {
    TermExtractor extractor = new TermExtractor("en", new ExtractionLimits(2, 1, 1));
    for (int i = 0; i < 4; i++) {
      extractor.add(new Passage("so Marlo saw Selby, and Marlo left", true, "a", Optional.empty()));
    }

    assertThat(extractor.candidates()).hasSize(1);
    assertThat(extractor.candidates().get(0).source()).isEqualTo("Marlo");
    assertThat(extractor.candidates().get(0).contexts()).hasSize(1);
  }

  @Test
  void cutsLongContexts() {
    String text = "so Marlo ".repeat(3) + "and on and on ".repeat(1000) + "came Marlo at last";
    TermExtractor extractor = new TermExtractor("en", ExtractionLimits.DEFAULT);
    extractor.add(new Passage(text, true, "a", Optional.empty()));

    assertThat(extractor.candidates().get(0).contexts().get(0))
        .contains("Marlo")
        .hasSizeLessThan(310)
        .endsWith("…");
  }

  private static List<Candidate> candidates(String language, String... texts) {
    TermExtractor extractor = new TermExtractor(language, ExtractionLimits.DEFAULT);
    for (int i = 0; i < texts.length; i++) {
      extractor.add(new Passage(texts[i], true, "chapter " + i, Optional.empty()));
    }
    return extractor.candidates();
  }
}
