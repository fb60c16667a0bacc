package dev.yiben.glossary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermMatcherTest {

  private static Term exact(String source) {
    return new Term(source, "x", "", true, true, false, false, List.of());
  }

  private static Term part(String source) {
    return new Term(source, "x", "", false, false, false, false, List.of());
  }

  private static Term regex(String source, String target) {
    return new Term(source, target, "", false, true, true, false, List.of());
  }

  private static List<TermMatch> match(String text, Term... terms) {
    List<TermMatch> matches = new TermMatcher(Glossary.of(List.of(terms))).match(text);
    for (TermMatch match : matches) {
      assertThat(text.substring(match.start(), match.end()).replaceAll("[\\s\u00A0]", " "))
          .isEqualTo(match.text());
    }
    return matches;
  }

  private static List<String> texts(String text, Term... terms) {
    return match(text, terms).stream().map(TermMatch::text).toList();
  }

  private static Term word(String source) {
    return Term.of(source, "x");
  }

  @Test
  void findsNothingWithoutTerms() {
    assertThat(match("Marlo")).isEmpty();
    assertThat(match("", word("Marlo"))).isEmpty();
  }

  @Test
  void findsEveryOccurrenceInOrder() {
    assertThat(match("Ada met Marlo; Marlo left.", word("Marlo"), word("Ada")))
        .extracting(TermMatch::start)
        .containsExactly(0, 8, 15);
  }

  @Test
  void ignoresLetterCaseUnlessToldOtherwise() {
    assertThat(texts("MARLO, marlo", word("Marlo"))).containsExactly("MARLO", "marlo");
    assertThat(texts("MARLO, Marlo", exact("Marlo"))).containsExactly("Marlo");
  }

  @Test
  void prefersTheCaseSensitiveTermAtOnePlace() {
    assertThat(match("May came in May.", word("may"), exact("May")))
        .extracting(found -> found.term().caseSensitive())
        .containsExactly(true, true);
  }

  @ParameterizedTest
  @CsvSource({
    "STRASSE, Straße",
    "Straße, STRASSE",
    "ὈΔΥΣΣΕΎΣ, Ὀδυσσεύς",
    "ﬁsh, FISH",
    "İzmir, i̇zmir",
  })
  void keepsOffsetsWhereFoldingChangesLengths(String text, String term) {
    assertThat(match("ßß ﬀ İ " + text + " ß", word(term)))
        .extracting(TermMatch::start, TermMatch::text)
        .containsExactly(tuple(7, text));
  }

  @Test
  void neverMatchesHalfOfACharacterThatFoldsToTwo() {
    assertThat(texts("Fuß", part("s"), part("fus"))).isEmpty();
    assertThat(texts("Fuß", part("ss"))).containsExactly("ß");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Marlow", "preMarlo", "Marlo_x", "Marlo2", "Márlo"})
  void findsWholeWordsOnly(String text) {
    assertThat(texts(text, word("Marlo"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Marlo's hat",
        "Marlo’s hat",
        "MARLO'S HAT",
        "Marlo'll go",
        "“Marlo”",
        "Marlo-like",
        "(Marlo)",
        "Marlo…",
        "d'Marlo",
        "qu’Marlo"
      })
  void findsWordsBesidePunctuationAndApostrophes(String text) {
    assertThat(texts(text, word("Marlo"))).hasSize(1);
  }

  @Test
  void leavesContractionsAlone() {
    assertThat(texts("I don't know", word("Don"))).isEmpty();
    assertThat(texts("O'Brien's", word("Brien"))).isEmpty();
    assertThat(texts("Marlo'sx", word("Marlo"))).isEmpty();
  }

  @Test
  void findsPartsOfWordsWhereAsked() {
    assertThat(texts("Marlow", part("Marlo"))).containsExactly("Marlo");
  }

  @ParameterizedTest
  @CsvSource({
    "东京灯塔在海边, 灯塔",
    "彼は灯台守です, 灯台",
    "コーヒーカップ, コーヒー",
    "ประภาคารเก่า, ประภาคาร",
    "ပင်လယ်ပြင်, ပင်လယ်",
    "用iPhone手机, iPhone",
    "말로가 왔다, 말로",
  })
  void needsNoBoundaryInScriptsWithoutSpaces(String text, String term) {
    assertThat(texts(text, word(term))).containsExactly(term);
  }

  @Test
  void keepsTheStartOfKoreanWords() {
    assertThat(texts("카말로", word("말로"))).isEmpty();
  }

  @Test
  void takesTheLongestOfOverlappingMatches() {
    assertThat(texts("东京都厅", word("东京"), word("京都"), word("东京都"))).containsExactly("东京都");
    assertThat(texts("New York City Hall", word("New York"), word("York City Hall")))
        .containsExactly("York City Hall");
  }

  @Test
  void takesTheFirstOfEquallyLongMatches() {
    assertThat(texts("东京都", word("京都"), word("东京"))).containsExactly("东京");
  }

  @Test
  void findsShorterTermsBesideLongerOnes() {
    assertThat(texts("lighthouse keeper and keeper", word("keeper"), word("lighthouse keeper")))
        .containsExactly("lighthouse keeper", "keeper");
  }

  @Test
  void takesAnyWhiteSpaceForTheSpacesOfATerm() {
    assertThat(texts("New\u00A0York, new\nyork", word("New York"))).hasSize(2);
    assertThat(texts("New\tYork", exact("New York"))).hasSize(1);
  }

  @Test
  void findsCharactersBeyondTheFirstPlane() {
    assertThat(texts("𠮷野家の𐐀", word("𠮷野家"), word("𐐨"))).containsExactly("𠮷野家", "𐐀");
  }

  @Test
  void resolvesTheTargetOfRegexMatches() {
    assertThat(match("Chapter 7, Chapter 12", regex("Chapter (?<n>\\d+)", "第${n}章")))
        .extracting(TermMatch::target)
        .containsExactly("第7章", "第12章");
  }

  @Test
  void givesTheTextItselfAsTargetWhereItStays() {
    Term kept = new Term("[A-Z]{2}-\\d+", "", "", true, true, true, true, List.of());
    assertThat(match("See AB-12.", kept)).extracting(TermMatch::target).containsExactly("AB-12");
  }

  @Test
  void matchesRegexesAsWholeWordsInAnyCase() {
    assertThat(texts("colour Color colors", regex("colou?r", "x")))
        .containsExactly("colour", "Color");
  }

  @Test
  void refusesARegexThatMatchesNothing() {
    assertThatThrownBy(() -> match("abc", regex("x*", "y")))
        .isInstanceOf(GlossaryException.class)
        .hasMessageContaining("\"x*\"")
        .hasMessageContaining("empty text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a+)+b", "(a|aa)+b", "(a*)*\\1b", "(.|a)*b"})
  void stopsRegexesThatBacktrackWithoutEnd(String pattern) {
    String text = "a".repeat(200_000);
    assertThatThrownBy(() -> match(text, regex(pattern + "(?<=zb)", "y")))
        .isInstanceOf(GlossaryException.class)
        .hasMessageContaining(pattern)
        .hasMessageContaining("takes too long");
  }

  @Test
  void allowsOrdinaryRegexesOnLongTexts() {
    String text = "The keeper of the light went up 214 stairs. ".repeat(20_000);
    assertThat(match(text, regex("\\b(\\d+)\\s+stairs?", "$1级"))).hasSize(20_000);
  }

  private static List<String> textsIn(String language, String text, Term... terms) {
    return new TermMatcher(Glossary.of(List.of(terms)))
        .in(language).match(text).stream().map(TermMatch::text).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "en, keeper, the keepers slept, keepers",
    "en, keeper, the keepers' hats, keepers",
    "en, lighthouse keeper, LIGHTHOUSE KEEPERS, LIGHTHOUSE KEEPERS",
    "en-GB, city, two cities, cities",
    "en, elf, Elves came, Elves",
    "en, knife, knives, knives",
    "en, swordsman, three swordsmen, swordsmen",
    "en, child, children, children",
    "en, goblins, one goblin, goblin",
    "en, Grey Gull, the Grey Gulls, Grey Gulls",
    "de, Haus, des Hauses, Hauses",
    "de, Haus, viele Häuser, Häuser",
    "de, grauer Turm, im grauen Turm, grauen Turm",
    "ru, смотритель маяка, со смотрителем маяка, смотрителем маяка",
    "fr, gardien, les gardiens, gardiens",
    "fr, cheval noir, des chevaux noirs, chevaux noirs",
    "es, guardián, los guardianes, guardianes",
    "es, luz, las luces, luces",
    "it, torre antica, le torri antiche, torri antiche",
    "it, gatto, i gatti, gatti",
    "pt, canção, duas canções, canções"
  })
  void findsInflectedForms(String language, String term, String text, String found) {
    assertThat(textsIn(language, text, word(term))).containsExactly(found);
  }

  @ParameterizedTest
  @CsvSource({
    "en, build, the building",
    "en, universe, the university",
    "en, new, the news",
    "en, leaf, to leave",
    "en, Hunter, the hunters",
    "en, gull, Gullsborough",
    "en, Will, willing",
    "de, Haus, die Hausierer",
    "fr, sauvegarde, sauvegarder",
    "fr, pense, pensé",
    "it, torre, torniamo",
    "zh, 灯塔, 灯台",
    "xx, keeper, keepers",
    "'', keeper, keepers"
  })
  void leavesWordsThatOnlyLookAlike(String language, String term, String text) {
    assertThat(textsIn(language, text, word(term))).isEmpty();
  }

  @Test
  void leavesFormsAloneWhereTold() {
    Term fixed = new Term("keeper", "x", "", false, true, false, false, List.of(), false);
    Term kept = Term.kept("keeper");
    assertThat(textsIn("en", "keepers", fixed, exact("keeper"), kept, regex("keeper", "x")))
        .isEmpty();
  }

  @Test
  void prefersTheFormOfTheGlossary() {
    assertThat(
            new TermMatcher(Glossary.of(List.of(word("keeper"), word("keepers"))))
                .in("en")
                .match("keepers, keeper"))
        .extracting(match -> match.term().source())
        .containsExactly("keepers", "keeper");
  }

  @ParameterizedTest
  @CsvSource({
    "ＮＡＳＡ, NASA",
    "NASA, ＮＡＳＡ",
    "ｻﾞｸﾛ, ザクロ",
    "ザクロ, ｻﾞｸﾛ",
    "O’Brien, O'Brien",
    "cafe\u0301, café",
    "café, cafe\u0301",
    "Jean‑Luc, Jean-Luc",
    "ハリー･ポッター, ハリー・ポッター"
  })
  void takesWidthAndCompositionForNoDifference(String text, String term) {
    assertThat(match("x " + text + " y", word(term)))
        .extracting(TermMatch::start, TermMatch::text)
        .containsExactly(tuple(2, text));
    assertThat(match("x " + text + " y", exact(term))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "このりんごを食べる, リンゴ, りんご",
    "さくらが咲く, サクラ, さくら",
    "リンゴを食べる, りんご, リンゴ",
    "ねこがいる, ネコ, ねこ",
    "ｻｸﾗが咲く, さくら, ｻｸﾗ"
  })
  void findsWordsInTheOtherKana(String text, String term, String found) {
    assertThat(texts(text, word(term))).containsExactly(found);
    assertThat(texts(text, exact(term))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ここから東京まで, カラ",
    "ありすぎる, リス",
    "するため, タメ",
    "サクラメント, さくら",
    "め, メ",
    "コーヒ, コーヒー",
  })
  void leavesOtherWordsOfTheSameKana(String text, String term) {
    assertThat(texts(text, word(term))).isEmpty();
  }

  @Test
  void isFastWithTenThousandTerms() {
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      terms.add(word("keeper of gate " + Integer.toString(i, 36)));
    }
    long begin = System.nanoTime();
    TermMatcher matcher = new TermMatcher(Glossary.of(terms)).in("en");
    int found = 0;
    for (int i = 0; i < 10_000; i++) {
      found +=
          matcher.match("The keepers of gate " + Integer.toString(i, 36) + " saw nothing.").size();
    }
    assertThat(found).isEqualTo(10_000);
    assertThat(System.nanoTime() - begin).isLessThan(10_000_000_000L);
  }

  @Test
  void givesTheSameMatchesFromSeveralThreads() throws Exception {
    TermMatcher matcher =
        new TermMatcher(Glossary.of(List.of(word("Marlo"), word("灯塔"), regex("\\d+ m", "x"))));
    String text = "Marlo's 灯塔, 12 m. ".repeat(200);
    List<TermMatch> expected = matcher.match(text);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<List<TermMatch>>> calls = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        calls.add(() -> matcher.match(text));
      }
      for (Future<List<TermMatch>> result : threads.invokeAll(calls)) {
        assertThat(result.get()).isEqualTo(expected).hasSize(600);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
