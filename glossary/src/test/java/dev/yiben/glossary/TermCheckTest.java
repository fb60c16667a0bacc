package dev.yiben.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermCheckTest {
  private static final Term MARLO =
      new Term("Marlo", "马洛", "", false, true, false, false, List.of("马罗", "马"));

  private static List<String> violations(String source, String target, Term... terms) {
    return violationsIn("", source, target, terms);
  }

  private static List<String> violationsIn(
      String language, String source, String target, Term... terms) {
    List<TermMatch> matches = new TermMatcher(Glossary.of(List.of(terms))).match(source);
    return TermCheck.violations(matches, target, language).stream()
        .map(TermViolation::message)
        .toList();
  }

  @Test
  void acceptsTheRightTranslation() {
    assertThat(violations("Marlo ran.", "马洛跑了。", MARLO)).isEmpty();
  }

  @Test
  void asksNothingOfTargetsWhoseSourceHasNoTerm() {
    assertThat(violations("She ran.", "马罗跑了。", MARLO)).isEmpty();
  }

  @Test
  void namesAMissingTranslationOnceHoweverOftenTheTermOccurs() {
    assertThat(violations("Marlo saw Marlo.", "他跑了。", MARLO))
        .containsExactly("\"Marlo\" must be \"马洛\"");
  }

  @Test
  void isContentWithOneTranslationOfARepeatedTerm() {
    assertThat(violations("Marlo saw Marlo.", "马洛看见了自己。", MARLO)).isEmpty();
  }

  @Test
  void namesAForbiddenVariant() {
    assertThat(violations("Marlo ran.", "马洛，马罗跑了。", MARLO))
        .containsExactly("\"Marlo\" must be \"马洛\", not \"马罗\"");
  }

  @Test
  void allowsAForbiddenVariantInsideARightTranslationOfAnotherTerm() {
    Term tower = Term.of("lighthouse", "灯塔");
    Term lamp = new Term("lamp", "灯具", "", false, true, false, false, List.of("灯"));
    assertThat(violations("The lamp of the lighthouse", "灯塔的灯具", tower, lamp)).isEmpty();
    assertThat(violations("The lamp of the lighthouse", "灯塔的灯具和灯", tower, lamp)).hasSize(1);
  }

  @Test
  void findsForbiddenVariantsAsWholeWordsOnly() {
    Term sea = new Term("mer", "sea", "", false, true, false, false, List.of("cat"));
    assertThat(violations("la mer", "The sea is one category.", sea)).isEmpty();
    assertThat(violations("la mer", "The sea is a Cat.", sea)).hasSize(1);
  }

  @Test
  void takesAnyWhiteSpaceForTheSpacesOfATranslation() {
    Term city = new Term("纽约", "New York", "", true, true, false, false, List.of("New Amsterdam"));
    assertThat(violations("纽约", "In New\u00A0York", city)).isEmpty();
    assertThat(violations("纽约", "New York, New\nAmsterdam", city)).hasSize(1);
  }

  @Test
  void comparesLetterCaseForCaseSensitiveTermsOnly() {
    Term loose = Term.of("Leuchtturm", "lighthouse");
    Term strict = new Term("Us", "US", "", true, true, false, false, List.of());
    assertThat(violations("Der Leuchtturm", "Lighthouse!", loose)).isEmpty();
    assertThat(violations("Us", "us", strict)).containsExactly("\"Us\" must be \"US\"");
  }

  @Test
  void wantsTermsThatStayAsTheyStandInTheSource() {
    Term kept = new Term("nasa", "nasa", "", false, true, false, true, List.of());
    assertThat(violations("NASA flew.", "NASA 起飞了。", kept)).isEmpty();
    assertThat(violations("NASA flew.", "nasa 起飞了。", kept))
        .containsExactly("\"NASA\" must stay as it is");
  }

  @Test
  void resolvesBackReferencesOfRegexTerms() {
    Term chapter = new Term("Chapter (\\d+)", "第$1章", "", false, true, true, false, List.of());
    assertThat(violations("Chapter 7 and chapter 12", "第7章和第12章", chapter)).isEmpty();
    assertThat(violations("Chapter 7 and chapter 12", "第7章和第2章", chapter))
        .containsExactly("\"chapter 12\" must be \"第12章\"");
  }

  @ParameterizedTest
  @CsvSource({
    "de, Haus, Die Häuser brannten.",
    "de-AT, der Graue Turm, Am Fuß des Grauen Turms",
    "de, Straße, STRASSEN",
    "fr, le Goéland gris, à bord du Goéland gris",
    "es, guardián, Los guardianes",
    "ru, смотритель маяка, Он был смотрителем маяка.",
    "pl, latarnia morska, do latarni morskiej",
    "cs, věž, na věži",
    "fi, majakka, majakan valo",
    "pt-BR, New York, ＮＥＷ ＹＯＲＫ"
  })
  void honoursInflectedTranslations(String language, String wanted, String target) {
    assertThat(violationsIn(language, "a thing", target, Term.of("thing", wanted))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "de, Haus, Die Hütten brannten.",
    "de, Haus, Ha us",
    "de, der Graue Turm, Grauen des Turms",
    "ru, маяк, Он молчал.",
    "pl, wieża, w wodzie",
    "zh, 灯塔, 灯台",
    "'', Turm, Türme",
    "tlh, Turm, Türme"
  })
  void missesOtherWordsStill(String language, String wanted, String target) {
    assertThat(violationsIn(language, "a thing", target, Term.of("thing", wanted))).hasSize(1);
  }

  @Test
  void comparesTheCapitalsOfInflectedTranslationsWhereCaseCounts() {
    Term name = new Term("Orin", "Орин", "", true, true, false, false, List.of());
    Term turm = new Term("tower", "Turm", "", true, true, false, false, List.of());
    assertThat(violationsIn("ru", "Orin", "Он видел Орина.", name)).isEmpty();
    assertThat(violationsIn("de", "tower", "Die Türme", turm)).isEmpty();
    assertThat(violationsIn("de", "tower", "die türme", turm)).hasSize(1);
  }

  @Test
  void wantsTheVeryFormWhereTold() {
    Term name = new Term("house", "Haus", "", false, true, false, false, List.of(), false);
    assertThat(violationsIn("de", "house", "Die Häuser", name)).hasSize(1);
  }

  @Test
  void takesWidthAndKindsOfDotsForNoDifference() {
    assertThat(violations("HP", "ＨＰが減る", Term.of("HP", "HP"))).isEmpty();
    assertThat(violations("Harry Potter", "哈利・波特", Term.of("Harry Potter", "哈利·波特"))).isEmpty();
    assertThat(violations("cat", "ねこ", Term.of("cat", "ネコ"))).hasSize(1);
  }

  @Test
  void findsInflectedForbiddenVariants() {
    Term hut = new Term("hut", "Hütte", "", false, true, false, false, List.of("Haus"));
    assertThat(violationsIn("de", "huts", "Hütten und Häuser", hut)).isEmpty();
    assertThat(violationsIn("de", "hut", "Hütten und Hauses", hut))
        .containsExactly("\"hut\" must be \"Hütte\", not \"Hauses\"");
  }
}
