package dev.yiben.pipeline.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.LengthLimit;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentHints;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.glossary.Glossary;
import dev.yiben.glossary.Term;
import dev.yiben.glossary.TermMatcher;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QaChecksTest {
  private static final Glossary TERMS =
      Glossary.of(
          List.of(
              Term.of("Marlo", "马洛"),
              new Term("Yiben", "", "", false, true, false, true, List.of())));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "en; zh; The keeper opens the door.; 守塔人打开门。; ''",
        "en; zh; The keeper opens the door.; The keeper opens the door.; TXT-002 LNG-001",
        "en; zh; the  keeper opens THE door; The keeper opens the door!; TXT-002 LNG-001",
        "en; zh; New York Times; New York Times; ''",
        "en; zh; Selby slept.; Selby睡着了。; ''",
        "en; zh; The lamp and the oil.; The lamp and the oil。; TXT-002 LNG-001",
        "ru; zh; Марло спит.; Марло睡着了。; LNG-001",
        "en; zh; Linux; Linux; ''",
        "en; zh; The sea.; 大海\uFFFD。; TXT-003",
        "en; zh; The \uFFFD sea.; 大\uFFFD海。; ''",
        "en; en-GB; The color of the old door.; The color of the old door.; ''",
        "en; fr; Restaurant; Restaurant; ''",
        "en; fr; This is the old door.; This is the old door.; TXT-002",
        "ja; zh; 彼は笑った。; 他笑った。; LNG-001",
        "ja; zh; ありがとう; ありがとう; TXT-002 LNG-001",
        "ja; zh; 東京; 東京; ''",
        "en; zh; Marlo sleeps.; 他睡觉。; TERM-001",
        "en; zh; Marlo sleeps.; 马洛睡觉。; ''",
        "en; zh; The Yiben tool works.; Yiben 工具好用。; ''",
        "en; zh; He has 12 lamps.; 他有12盏灯。; ''",
        "en; zh; He has 12 lamps.; 他有十二盏灯。; ''",
        "en; zh; He has 12 lamps.; 他有灯。; NUM-001",
        "en; zh; It cost 1,200.50 in 1999.; 1999年花了１２００.50。; ''",
        "en; de; There are 1,200 lamps.; Es gibt 1.200 Lampen.; ''",
        "en; zh; A very long sentence that says a great many things about a door.; 门。; LEN-001",
        "en; zh; Yes.; 是的，这是一个非常非常长的译文，说了很多源文没有说的话。; LEN-001",
      })
  void findsWhatIsWrong(String from, String to, String source, String target, String expected) {
    assertThat(ids(from, to, CodedText.of(source), CodedText.of(target), Map.of()))
        .isEqualTo(expected);
  }

  @Test
  void findsMissingExtraAndCrossedCodes() {
    CodedText.Builder builder = CodedText.builder().text("a");
    int one = builder.open("<b>");
    int two = builder.open("<i>");
    CodedText source =
        builder.text("b").close(two, "</i>").close(one, "</b>").standalone("<x/>", "").build();
    assertThat(marks(source, "一⟦1⟧⟦2⟧二⟦/2⟧⟦/1⟧⟦3⟧")).isEmpty();
    assertThat(marks(source, "⟦3⟧一⟦1⟧⟦2⟧二⟦/2⟧⟦/1⟧")).isEmpty();
    assertThat(marks(source, "一⟦1⟧⟦2⟧二⟦/2⟧⟦/1⟧")).isEqualTo("TAG-001");
    assertThat(marks(source, "一⟦1⟧⟦2⟧二⟦/2⟧⟦/1⟧⟦3⟧⟦3⟧")).isEqualTo("TAG-001");
    assertThat(marks(source, "一⟦1⟧⟦2⟧二⟦/1⟧⟦/2⟧⟦3⟧")).isEqualTo("TAG-001");
    assertThat(marks(source, "一⟦/1⟧⟦2⟧二⟦/2⟧⟦1⟧⟦3⟧")).isEqualTo("TAG-001");
  }

  @Test
  void findsEmptyTargets() {
    assertThat(ids("en", "zh", CodedText.of("a"), CodedText.of(" "), Map.of()))
        .isEqualTo("TXT-001");
  }

  @Test
  void severitiesAreTheUsersButForStructure() {
    Map<String, Severity> off = Map.of("NUM-001", Severity.OFF, "TXT-001", Severity.OFF);
    assertThat(ids("en", "zh", CodedText.of("12 a"), CodedText.of("一"), off)).isEmpty();
    assertThat(ids("en", "zh", CodedText.of("a"), CodedText.of(""), off)).isEqualTo("TXT-001");
  }

  @Test
  void onlyErrorsRefuse() {
    assertThat(QaChecks.refuses(List.of(new Finding("A", Severity.WARNING, "")))).isFalse();
    assertThat(QaChecks.refuses(List.of(new Finding("A", Severity.ERROR, "")))).isTrue();
  }

  private static String marks(CodedText source, String target) {
    return ids("en", "zh", source, source.withMarked(target), Map.of());
  }

  private static String ids(
      String from,
      String to,
      CodedText source,
      CodedText target,
      Map<String, Severity> severities) {
    CheckedSegment segment =
        new CheckedSegment(
            new Segment(new SegmentId("s"), source, Role.PARAGRAPH, "stream"),
            target,
            Optional.of(from),
            to,
            new TermMatcher(TERMS).match(source.plainText()));
    return String.join(
        " ", QaChecks.all(severities).check(segment).stream().map(Finding::id).distinct().toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "zh; 20; 16; 2; The sea is deep, Captain.; 船长，海很深。; ''",
        "zh; 12; 16; 2; The sea is deep, Captain.; 船长，海水很深。; LEN-002",
        "zh; 16; 16; 2; The sea is deep, Captain.; 船长，这片海水很; LEN-004",
        "zh; 16; 16; 2; The sea is deep, Captain.; 船长，这片海水。; ''",
        "zh; 22; 16; 2; The sea is deep, Captain.; 船长，海水很; ''",
        "zh; 16; 16; 2; The sea is deep, Captain.; 船长，海水很; LEN-004",
        "zh; 16; 16; 2; The sea is deep, Captain; 船长，海水很; ''",
        "zh; 16; 16; 2; The sea is deep,; 这片大海水很深，; ''",
        "zh; 16; 16; 2; The sea is deep.; 这片大海水很深，; LEN-004",
        "zh; 16; 16; 2; The sea is deep.; “这片大海水深。”; ''",
        "zh; 40; 10; 2; The sea is deep and the wind is cold.; 海很深，风很冷。; ''",
        "zh; 40; 8; 2; The sea is deep and the wind is cold.; 海水非常深，而风又非常寒冷。; LEN-003",
        "fr; 60; 10; 2; The lighthouse.; Anticonstitutionnellement.; LEN-003",
        "fr; 26; 42; 2; The sea is very deep here.; La mer est très profonde i; LEN-004",
      })
  void findsWhatHasNoRoom(
      String to, int columns, int line, int lines, String source, String target, String expected) {
    Segment segment =
        new Segment(new SegmentId("s"), CodedText.of(source), Role.CUE, "stream")
            .with(SegmentHints.NONE.withLimit(new LengthLimit(columns, line, lines)));
    assertThat(
            QaChecks.all(Map.of("LEN-001", Severity.OFF))
                .check(
                    new CheckedSegment(
                        segment, CodedText.of(target), Optional.of("en"), to, List.of()))
                .stream()
                .map(Finding::id)
                .collect(Collectors.joining(" ")))
        .isEqualTo(expected);
  }

  @Test
  void lineBreaksOfTheSourceAreLineEnds() {
    CodedText source =
        CodedText.builder().text("- Help!").standalone("\n", "\n").text("- Wait for me!").build();
    Segment segment =
        new Segment(new SegmentId("s"), source, Role.CUE, "stream")
            .with(SegmentHints.NONE.withLimit(new LengthLimit(24, 12, 2)));
    assertThat(lines(segment, "- 救命！⟦1⟧- 等等我！")).isEmpty();
    assertThat(lines(segment, "- 救命啊救命！⟦1⟧- 等等我！")).isEqualTo("LEN-003");
  }

  private static String lines(Segment segment, String marked) {
    CodedText target = segment.source().withMarked(marked);
    return QaChecks.all(Map.of())
        .check(new CheckedSegment(segment, target, Optional.of("en"), "zh", List.of()))
        .stream()
        .map(Finding::id)
        .collect(Collectors.joining(" "));
  }
}
