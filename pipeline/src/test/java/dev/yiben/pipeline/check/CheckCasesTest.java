package dev.yiben.pipeline.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.glossary.Term;
import dev.yiben.glossary.TermMatch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What each check finds and what it lets pass; the cases stand in {@code cases.txt}. */
class CheckCasesTest {
  private static final String PROMPT =
      "Translate every line of the user's message from ${source} into ${target}.";

  private final QaChecks checks = QaChecks.all(Map.of(), List.of(PROMPT), List.of());

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvFileSource(resources = "cases.txt", delimiter = '|', quoteCharacter = '`')
  void findsFaultsAndNothingElse(
      String id, String verdict, String languages, String source, String target) {
    Set<String> found =
        checks.check(segment(languages, CodedText.of(source), CodedText.of(target))).stream()
            .map(Finding::id)
            .collect(Collectors.toCollection(TreeSet::new));

    if (verdict.equals("fault")) {
      assertThat(found).contains(id);
    } else {
      assertThat(found).doesNotContain(id);
    }
  }

  private static CheckedSegment segment(String languages, CodedText source, CodedText target) {
    String[] pair = languages.split(">", 2);
    return new CheckedSegment(
        new Segment(new SegmentId("s"), source, Role.PARAGRAPH, "stream"),
        target,
        Optional.of(pair[0]),
        pair[1],
        List.of());
  }

  @Test
  void findsMarksInOtherBracketsThanTheirOwn() {
    CodedText.Builder builder = CodedText.builder().text("Read ");
    int link = builder.open("<a>");
    CodedText source = builder.text("the manual").close(link, "</a>").text(" first.").build();

    assertThat(found(segment("en>zh", source, source.withMarked("先读⟦1⟧手册⟦/1⟧[1]。"))))
        .contains("GEN-003");
    assertThat(found(segment("en>zh", source, source.withMarked("先读⟦1⟧手册⟦/1⟧。")))).isEmpty();
  }

  @Test
  void findsGlossaryEntriesCopiedFromThePrompt() {
    CheckedSegment plain =
        segment("en>zh", CodedText.of("Marlo sleeps."), CodedText.of("Marlo = 马洛 睡着了。"));
    TermMatch match = new TermMatch(Term.of("Marlo", "马洛"), "Marlo", "马洛", 0, 5);
    CheckedSegment segment =
        new CheckedSegment(
            plain.segment(),
            plain.target(),
            plain.sourceLanguage(),
            plain.targetLanguage(),
            List.of(match));

    assertThat(found(segment)).contains("GEN-003");
  }

  @Test
  void findsWhatTheModelWasInDoubtAbout() {
    assertThat(found(sureBy(0.3))).containsExactly("CNF-001");
    assertThat(found(sureBy(0.8))).isEmpty();
  }

  private static CheckedSegment sureBy(double confidence) {
    CheckedSegment plain = segment("en>zh", CodedText.of("The sea."), CodedText.of("大海。"));
    return new CheckedSegment(
        plain.segment(),
        plain.target(),
        plain.sourceLanguage(),
        plain.targetLanguage(),
        List.of(),
        List.of(),
        OptionalDouble.of(confidence));
  }

  private Set<String> found(CheckedSegment segment) {
    return checks.check(segment).stream().map(Finding::id).collect(Collectors.toSet());
  }

  @Test
  void everyCheckHasAnIdOfItsOwn() {
    assertThat(QaChecks.rules()).extracting(CheckRule::id).doesNotHaveDuplicates();
    assertThat(QaChecks.ids()).hasSameSizeAs(QaChecks.rules());
  }
}
