package dev.yiben.formats.pdf.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Coverage;
import dev.yiben.formats.pdf.MadePdf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every figure must be able to be bad: files are made wrong in one way each. */
final class PdfScoreTest {
  private static final SegmentId ID = new SegmentId("page-1#p1");
  private static final String SOURCE = "The lamp of the tower";
  private static final String TARGET = "Thf lbmp pf thf tpwfr";

  @TempDir private Path folder;
  private int files;

  /** How a page is drawn. */
  private interface Drawing {
    void on(MadePdf pdf) throws IOException;
  }

  private Path file(Drawing drawing) throws IOException {
    try (MadePdf pdf = new MadePdf()) {
      pdf.page();
      drawing.on(pdf);
      return Files.write(folder.resolve(files++ + ".pdf"), pdf.bytes());
    }
  }

  private static void source(MadePdf pdf) throws IOException {
    pdf.line(100, 700, 20, SOURCE).line(100, 600, 12, "14 July 1911").rule(90, 650, 400, 650);
  }

  private FileScore score(Drawing after) throws IOException {
    return score(PdfScoreTest::source, after);
  }

  private FileScore score(Drawing before, Drawing after) throws IOException {
    CodedText source = CodedText.of(SOURCE);
    Translated translated =
        new Translated(
            List.of(new Segment(ID, source, Role.PARAGRAPH, "pages")),
            Map.of(ID, CodedText.of(TARGET)),
            List.of(),
            new Coverage(40, Map.of()));
    return PdfScore.of(file(before), file(after), translated);
  }

  @Test
  void findsNothingWrongWithATextInThePlaceOfAnother() throws IOException {
    FileScore score =
        score(
            pdf ->
                pdf.line(100, 700, 20, TARGET)
                    .line(100, 600, 12, "14 July 1911")
                    .rule(90, 650, 400, 650));

    assertThat(score.sum(PageScore::differingPixels)).isZero();
    assertThat(score.iou()).isGreaterThan(0.85);
    assertThat(score.overlap()).isZero();
    assertThat(score.smallestScale()).isEqualTo(1);
    assertThat(score.coverage()).isEqualTo(1);
    assertThat(score.differences()).isEmpty();
    assertThat(score.sum(PageScore::missing)).isZero();
    // The fonts that every reader has are in no file.
    assertThat(score.sum(PageScore::notdef)).isZero();
    assertThat(new Thresholds(0.85, 0.01, 0.59).missed(score)).isEmpty();
  }

  @Test
  void seesDrawingsThatAreLost() throws IOException {
    FileScore score =
        score(pdf -> pdf.line(100, 700, 20, TARGET).line(100, 600, 12, "14 July 1911"));

    assertThat(score.sum(PageScore::differingPixels)).isGreaterThan(100);
    assertThat(Thresholds.DEFAULT.missed(score)).singleElement().asString().contains("(a)");
  }

  @Test
  void seesTextThatHasMoved() throws IOException {
    assertThat(
            score(
                    pdf -> {
                      source(pdf.line(130, 500, 20, TARGET));
                    })
                .iou())
        .isZero();
  }

  @Test
  void seesTextOverOtherText() throws IOException {
    FileScore score =
        score(
            pdf ->
                pdf.line(100, 604, 20, TARGET)
                    .line(100, 600, 12, "14 July 1911")
                    .rule(90, 650, 400, 650));

    assertThat(score.overlap()).isGreaterThan(0.1);
  }

  @Test
  void seesTextThatLiesOverTheOldOne() throws IOException {
    assertThat(score(pdf -> source(pdf.line(100, 700, 20, TARGET))).overlap()).isGreaterThan(0.5);
  }

  @Test
  void seesTextOverLines() throws IOException {
    FileScore score =
        score(
            pdf ->
                pdf.line(100, 646, 20, TARGET)
                    .line(100, 600, 12, "14 July 1911")
                    .rule(90, 650, 400, 650));

    assertThat(score.overlap()).isGreaterThan(0.02);
  }

  @Test
  void seesTextBeyondThePage() throws IOException {
    FileScore score =
        score(
            pdf ->
                pdf.line(450, 700, 20, TARGET)
                    .line(100, 600, 12, "14 July 1911")
                    .rule(90, 650, 400, 650));

    assertThat(score.overlap()).isGreaterThan(0.1);
  }

  @Test
  void seesHowMuchSmallerTextIs() throws IOException {
    FileScore score =
        score(
            pdf ->
                pdf.line(100, 700, 10, TARGET)
                    .line(100, 600, 12, "14 July 1911")
                    .rule(90, 650, 400, 650));

    assertThat(score.smallestScale()).isEqualTo(0.5);
    assertThat(Thresholds.DEFAULT.missed(score)).singleElement().asString().startsWith("(d)");
  }

  @Test
  void seesTextThatHasVanished() throws IOException {
    FileScore score = score(pdf -> pdf.line(100, 700, 20, TARGET).rule(90, 650, 400, 650));

    assertThat(score.sum(PageScore::lost)).isEqualTo(10);
    assertThat(score.coverage()).isLessThan(0.7);
  }

  @Test
  void seesTextThatNobodyAskedFor() throws IOException {
    FileScore score =
        score(pdf -> source(pdf.line(100, 500, 20, "more").line(100, 800, 20, TARGET)));

    assertThat(score.sum(PageScore::lost)).isEqualTo(4);
  }

  @Test
  void seesTargetsThatAreNotWritten() throws IOException {
    FileScore score = score(pdf -> pdf.line(100, 600, 12, "14 July 1911").rule(90, 650, 400, 650));

    assertThat(score.sum(PageScore::missing)).isEqualTo(17);
  }

  @Test
  void seesGlyphsThatTheReaderHasNotCounted() throws IOException {
    FileScore score =
        score(
            pdf -> source(pdf.line(100, 400, 12, "and some words of which nobody knows a thing")),
            pdf -> {
              pdf.line(100, 400, 12, "and some words of which nobody knows a thing");
              pdf.line(100, 700, 20, TARGET).line(100, 600, 12, "14 July 1911");
              pdf.rule(90, 650, 400, 650);
            });

    assertThat(score.glyphsUnknown()).isPositive();
    assertThat(score.coverage()).isLessThan(1);
  }

  @Test
  void seesLinksThatStayBehindOrLeadElsewhere() throws IOException {
    Drawing before = pdf -> source(pdf.link(100, 695, 100, 20, "https://example.org/"));

    FileScore behind =
        score(
            before,
            pdf ->
                pdf.link(100, 695, 100, 20, "https://example.org/")
                    .line(100, 740, 20, TARGET)
                    .line(100, 600, 12, "14 July 1911")
                    .rule(90, 650, 400, 650));
    FileScore elsewhere =
        score(
            before,
            pdf ->
                pdf.link(100, 695, 100, 20, "https://example.com/")
                    .line(100, 700, 20, TARGET)
                    .line(100, 600, 12, "14 July 1911")
                    .rule(90, 650, 400, 650));

    assertThat(behind.sum(PageScore::lostLinks)).isEqualTo(1);
    assertThat(behind.differences()).isEmpty();
    assertThat(elsewhere.sum(PageScore::lostLinks)).isZero();
    assertThat(elsewhere.differences()).containsExactly("page 1: annotation 1 of 1: changed");
  }

  @Test
  void seesAnOutlineThatIsLost() throws IOException {
    FileScore score =
        score(
            pdf -> source(pdf.chapter("The tower")),
            pdf ->
                pdf.line(100, 700, 20, TARGET)
                    .line(100, 600, 12, "14 July 1911")
                    .rule(90, 650, 400, 650));

    assertThat(score.differences()).contains("Outlines: lost");
  }

  @Test
  void findsTextThatIsShownFromLeftToRight() {
    List<ShownGlyph> line = ShownText.glyphs("\u05DD\u05DC\u05D5\u05E2 R \u05DD\u05D5\u05DC\u05E9");

    assertThat(
            new LetterStream(line).take("\u05E9\u05DC\u05D5\u05DDR\u05E2\u05D5\u05DC\u05DD").rest())
        .isEmpty();
  }

  @Test
  void findsEachOfTwoEqualTextsOnce() {
    LetterStream letters = new LetterStream(ShownText.glyphs("one lamp one lamp"));

    assertThat(letters.take("onelamp").glyphs()).hasSize(7);
    assertThat(letters.take("onelamp").glyphs()).hasSize(7);
    assertThat(letters.take("onelamp").rest()).isEqualTo("onelamp");
  }

  @Test
  void makesTextsOfEveryLengthWithTheCodesOfTheSource() {
    CodedText.Builder builder = CodedText.builder().text("Lamps of ");
    int code = builder.open("b");
    CodedText source = builder.text("the old tower").close(code, "b").build();

    assertThat(TrialText.of(source, 1).plainText()).isEqualTo("aLpms fo hte lod otewr");
    assertThat(TrialText.of(source, 1.3).plainText().length()).isBetween(25, 30);
    assertThat(TrialText.of(source, 0.6).plainText().length()).isBetween(11, 15);
    assertThat(TrialText.of(source, 0.6).keepsCodesOf(source)).isTrue();
  }
}
