package dev.yiben.formats.format.pptx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.CellFilter;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.DocumentFormatContract;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.Layout;
import dev.yiben.formats.format.OfficeOptions;
import dev.yiben.formats.format.Revisions;
import dev.yiben.formats.format.TargetLookup;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

final class PptxFormatTest extends DocumentFormatContract {
  private static final OfficeOptions ALL =
      new OfficeOptions(Revisions.ACCEPT, true, true, true, true, CellFilter.ALL);

  @Override
  protected DocumentFormat format() {
    return new PptxFormat();
  }

  @Override
  protected Map<String, byte[]> samples() throws IOException {
    return Samples.all();
  }

  private Document open(SlideFile slides, OfficeOptions options) throws IOException {
    return format().open(file("slides.pptx", slides.bytes()), FormatOptions.DEFAULT.with(options));
  }

  /** Returns each segment's role, the last part of its stream's name, and its marked text. */
  private List<String> read(SlideFile slides, OfficeOptions options) throws IOException {
    try (Document document = open(slides, options)) {
      return document.segments().stream().map(PptxFormatTest::line).toList();
    }
  }

  private List<String> read(SlideFile slides) throws IOException {
    return read(slides, OfficeOptions.DEFAULT);
  }

  private static String line(Segment segment) {
    String stream = segment.stream();
    return "%s %s %s"
        .formatted(
            segment.role(),
            stream.substring(stream.lastIndexOf('/') + 1).replace(".xml", ""),
            segment.source().marked());
  }

  private static TargetLookup into(
      String language, Document document, UnaryOperator<String> translation) {
    Map<SegmentId, CodedText> targets = new HashMap<>();
    for (Segment segment : document.segments()) {
      CodedText source = segment.source();
      targets.put(segment.id(), source.withMarked(translation.apply(source.marked())));
    }
    return new TargetLookup() {
      @Override
      public String targetLanguage() {
        return language;
      }

      @Override
      public Optional<CodedText> target(SegmentId id) {
        return Optional.ofNullable(targets.get(id));
      }
    };
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  /** Returns the parts of a translation. */
  private Map<String, String> translated(
      SlideFile slides, String language, UnaryOperator<String> translation) throws IOException {
    try (Document document = open(slides, OfficeOptions.DEFAULT)) {
      return parts(merged(document, into(language, document, translation)));
    }
  }

  private static Map<String, String> parts(byte[] file) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
      }
    }
    return parts;
  }

  private List<String> problems(SlideFile slides, UnaryOperator<String> translation)
      throws IOException {
    try (Document document = open(slides, OfficeOptions.DEFAULT)) {
      return document.merge(into("de", document, translation), new ByteArrayOutputStream());
    }
  }

  @Test
  void readsSlidesInTheirOrderWithRolesAndCodes() throws IOException {
    assertThat(read(Samples.plain()))
        .containsExactly(
            "HEADING slide1 The lighthouse",
            "LIST_ITEM slide1 A lamp on a rock",
            "LIST_ITEM slide1 It was ⟦1⟧old⟦/1⟧ and⟦2⟧tall⟦3⟧and grey.",
            "METADATA slide1 Page ⟦1⟧",
            "PARAGRAPH slide2 Since ⟦1⟧ is a sum",
            "TABLE_CELL slide2 Colour of the light",
            "TABLE_CELL slide2 Keep away",
            "PARAGRAPH slide2 Letters of gold");
  }

  @Test
  void readsNotesAndCommentsWithTheirSlideAndSectionsBeforeAll() throws IOException {
    assertThat(read(Samples.annexed()))
        .containsExactly(
            "METADATA presentation The \"old\" days",
            "HEADING slide1 First words",
            "NOTE slide1 Say hello",
            "NOTE slide1 Is this <true>?⟦1⟧I doubt it.",
            "PARAGRAPH slide2 Second words",
            "NOTE slide2 Yes, it is",
            "NOTE slide2 Is it so?");
  }

  @Test
  void leavesHiddenSlidesAndShapesUnlessAsked() throws IOException {
    SlideFile slides =
        new SlideFile()
            .slide(
                SlideFile.box(SlideFile.paragraph("Seen"))
                    + SlideFile.box(SlideFile.paragraph("Veiled"))
                        .replace("name=\"Box\"", "name=\"Box\" descr=\"Told\" hidden=\"1\""))
            .slide("show=\"0\"", SlideFile.box(SlideFile.paragraph("Kept back")));

    assertThat(read(slides)).containsExactly("PARAGRAPH slide1 Seen");
    assertThat(read(slides, ALL))
        .containsSubsequence(
            "PARAGRAPH slide1 Seen",
            "ATTRIBUTE slide1 Told",
            "PARAGRAPH slide1 Veiled",
            "PARAGRAPH slide2 Kept back");
    try (Document document = open(slides, OfficeOptions.DEFAULT)) {
      assertThat(document.coverage().outside()).containsEntry("hidden", 18L);
    }
  }

  @Test
  void readsWhatMastersShowButNotWhatTheyAskFor() throws IOException {
    SlideFile slides =
        new SlideFile()
            .master(
                SlideFile.filled("type=\"title\"", SlideFile.paragraph("Click to edit"))
                    + SlideFile.box(SlideFile.paragraph("For us alone"))
                    + SlideFile.filled("type=\"ftr\"", SlideFile.paragraph("Keepers of light")))
            .layout(
                SlideFile.filled(
                    "type=\"title\" hasCustomPrompt=\"1\"",
                    SlideFile.paragraph("Name of the rock")))
            .slide(SlideFile.box(SlideFile.paragraph("Words")));

    assertThat(read(slides)).containsExactly("PARAGRAPH slide1 Words");
    assertThat(read(slides, ALL))
        .containsExactly(
            "PARAGRAPH slide1 Words",
            "PARAGRAPH slideMaster1 For us alone",
            "METADATA slideMaster1 Keepers of light",
            "HEADING slideLayout1 Name of the rock");
  }

  @Test
  void writesTheTargetLanguageIntoTranslatedRunsAlone() throws IOException {
    String slide =
        translated(Samples.plain(), "zh", PptxFormatTest::upper).get("ppt/slides/slide1.xml");

    assertThat(slide)
        .contains("<a:r><a:rPr lang=\"zh-CN\"/><a:t>A LAMP ON A ROCK</a:t></a:r>")
        .contains(
            "<a:r><a:rPr lang=\"zh-CN\"/><a:t>IT WAS </a:t></a:r>"
                + "<a:r><a:rPr lang=\"zh-CN\" b=\"1\"/><a:t>OLD</a:t></a:r>"
                + "<a:r><a:rPr lang=\"zh-CN\"/><a:t> AND</a:t></a:r><a:br/>"
                + "<a:r><a:rPr lang=\"zh-CN\"/><a:t>TALL\tAND GREY.</a:t></a:r>"
                + "<a:endParaRPr lang=\"en-US\"/>")
        .contains(
            "<a:fld id=\"{1}\" type=\"slidenum\"><a:rPr lang=\"en-US\"/><a:t>1</a:t></a:fld>");
  }

  @Test
  void turnsParagraphsToTheDirectionOfTheTarget() throws IOException {
    String slide =
        translated(Samples.plain(), "ar", PptxFormatTest::upper).get("ppt/slides/slide1.xml");

    assertThat(slide)
        .as("a title in the middle stays there")
        .contains("<a:p><a:pPr rtl=\"1\"/><a:r><a:rPr lang=\"ar-EG\"/><a:t>THE LIGHTHOUSE</a:t>")
        .contains("<a:p><a:pPr algn=\"r\" rtl=\"1\"/><a:r><a:rPr lang=\"ar-EG\"/><a:t>A LAMP");
  }

  @Test
  void turnsParagraphsBack() throws IOException {
    SlideFile slides =
        new SlideFile()
            .slide(
                SlideFile.box(
                    "<a:p><a:pPr marL=\"0\" algn=\"r\" rtl=\"1\"><a:buNone/></a:pPr><a:r>"
                        + "<a:rPr lang=\"ar-SA\" altLang=\"en-US\"/><a:t>نور</a:t></a:r></a:p>"));

    assertThat(translated(slides, "en", any -> "light").get("ppt/slides/slide1.xml"))
        .contains(
            "<a:p><a:pPr algn=\"l\" rtl=\"0\" marL=\"0\"><a:buNone/></a:pPr><a:r>"
                + "<a:rPr lang=\"en-US\"/><a:t>light</a:t></a:r></a:p>");
  }

  @Test
  void keepsLinksOnTheirWordsAlone() throws IOException {
    String link = "<a:hlinkClick r:id=\"rId9\" tooltip=\"Go\"/>";
    SlideFile slides =
        new SlideFile()
            .slide(
                SlideFile.box(
                    "<a:p><a:r><a:t>Read </a:t></a:r><a:r><a:rPr>%1$s</a:rPr><a:t>much more </a:t>"
                            .formatted(link)
                        + "</a:r><a:r><a:rPr i=\"1\">%s</a:rPr><a:t>of it</a:t></a:r></a:p>"
                            .formatted(link)))
            .relate("ppt/slides/slide1.xml", "rId9", "hyperlink", "slide1.xml");

    assertThat(read(slides)).containsExactly("PARAGRAPH slide1 Read ⟦1⟧much more ⟦2⟧of it⟦/2⟧⟦/1⟧");
    assertThat(
            translated(slides, "de", any -> "⟦1⟧Mehr ⟦2⟧davon⟦/2⟧⟦/1⟧ lesen")
                .get("ppt/slides/slide1.xml"))
        .contains(
            "<a:p><a:r><a:rPr lang=\"de-DE\">%s</a:rPr><a:t>Mehr </a:t></a:r>".formatted(link)
                + "<a:r><a:rPr lang=\"de-DE\" i=\"1\">%s</a:rPr><a:t>davon</a:t></a:r>"
                    .formatted(link)
                + "<a:r><a:rPr lang=\"de-DE\"/><a:t> lesen</a:t></a:r></a:p>");
  }

  @Test
  void turnsTheColumnsOfTablesAndBack() throws IOException {
    assertThat(
            translated(Samples.plain(), "he", PptxFormatTest::upper).get("ppt/slides/slide2.xml"))
        .contains("<a:tblPr rtl=\"1\"/>");
    assertThat(
            translated(Samples.plain(), "de", PptxFormatTest::upper).get("ppt/slides/slide2.xml"))
        .contains("<a:tblPr/>");
  }

  @Test
  void keepsBothFormsOfAnAlternativeEqual() throws IOException {
    String slide =
        translated(Samples.plain(), "de", PptxFormatTest::upper).get("ppt/slides/slide2.xml");

    assertThat(slide).doesNotContain("Letters of gold");
    assertThat(slide.split("LETTERS OF GOLD", -1)).hasSize(3);
  }

  @Test
  void translatesTitlesOfChartsAndTellsOfNamesInCells() throws IOException {
    String chart =
        translated(Charts.withCells(), "de", PptxFormatTest::upper).get("ppt/charts/chart1.xml");

    assertThat(chart)
        .isEqualTo(
            Charts.CHART
                .formatted(Charts.CELLS, "<c:externalData r:id=\"rId1\"/>")
                .replace("lang=\"en-US\"", "lang=\"de-DE\"")
                .replace("Ships ", "SHIPS ")
                .replace(">saved<", ">SAVED<")
                .replace("Run of years", "RUN OF YEARS")
                .replace("<a:t>Year", "<a:rPr lang=\"de-DE\"/><a:t>YEAR"));
    try (Document document = open(Charts.withCells(), OfficeOptions.DEFAULT)) {
      assertThat(document.notices())
          .containsExactly(
              "ppt/charts/chart1.xml: 3 names of series and categories come from the cells of the"
                  + " chart's own workbook and stay; change them there (Edit Data)");
      assertThat(document.coverage().outside())
          .containsEntry("chart-cache", 26L)
          .containsEntry("number", 4L);
    }
  }

  @Test
  void translatesNamesOfChartsWithoutCells() throws IOException {
    assertThat(
            translated(Charts.withoutCells(), "de", PptxFormatTest::upper)
                .get("ppt/charts/chart1.xml"))
        .contains("<c:v>BIG SHIPS</c:v>", "<c:v>CALM &amp; QUIET</c:v>", "<c:v>4.5</c:v>");
  }

  @Test
  void translatesATitleThatAChartSaysTwiceOnce() throws IOException {
    assertThat(read(Charts.extended()))
        .containsExactly("PARAGRAPH slide1 Steps", "SIGN slide1 A long way");
    assertThat(
            translated(Charts.extended(), "de", PptxFormatTest::upper)
                .get("ppt/charts/chartEx1.xml"))
        .contains("<cx:v>A LONG WAY</cx:v>", "<a:t>A LONG WAY</a:t>", ">First step<");
    try (Document document = open(Charts.extended(), OfficeOptions.DEFAULT)) {
      assertThat(document.coverage().outside())
          .containsEntry("mirror", 8L)
          .containsEntry("chart-cache", 9L)
          .containsEntry("number", 2L);
    }
  }

  @Test
  void writesSmartArtAsItsDataAndAsItLooks() throws IOException {
    Map<String, String> parts = translated(SmartArt.file(), "de", PptxFormatTest::upper);

    assertThat(parts.get("ppt/diagrams/data1.xml")).isEqualTo(inGerman(SmartArt.DATA));
    assertThat(parts.get("ppt/diagrams/drawing1.xml")).isEqualTo(inGerman(SmartArt.DRAWING));
  }

  private static String inGerman(String markup) {
    return markup
        .replaceAll("lang=\"en-US\"([^>]*>)(?!</a:p>|<a:t>\\[)", "lang=\"de-DE\"$1")
        .replace("Light", "LIGHT")
        .replace("the lamp", "THE LAMP")
        .replace("Wind the clock", "WIND THE CLOCK");
  }

  @Test
  void givesEachShapeOfSmartArtTheTextOfItsOwnPoint() throws IOException {
    int[] count = {0};
    Map<String, String> parts =
        translated(
            SmartArt.file(), "de", text -> text.startsWith("Wind") ? "W" + ++count[0] : text);

    assertThat(parts.get("ppt/diagrams/data1.xml")).containsSubsequence("W1", "W2");
    assertThat(parts.get("ppt/diagrams/drawing1.xml"))
        .as("the shape of the second point comes first")
        .containsSubsequence("W2", "Light", "W1", "[Text]");
  }

  @Test
  void tellsWhereATranslationMayBeTooLongForItsPlace() throws IOException {
    SlideFile slides =
        new SlideFile()
            .slide(
                SlideFile.filled("type=\"title\"", SlideFile.paragraph("Light"))
                    + SlideFile.box(SlideFile.paragraph("A lamp that burns on a rock")));

    assertThat(problems(slides, text -> text + " " + text))
        .containsExactly(
            "slide 1: the translation may be too long for its place in \"Box\" (about 130 % of it);"
                + " look at it");
    assertThat(problems(slides, text -> text.replace("lamp", "light"))).isEmpty();
    assertThat(problems(slides, text -> text.startsWith("L") ? (text + " ").repeat(40) : text))
        .containsExactly(
            "slide 1: the translation may be too long for its place in \"Place\" (about 380 % of"
                + " it); look at it");
  }

  @Test
  void tellsOfAShapeWithoutANameByItsText() throws IOException {
    String box = SlideFile.box(SlideFile.paragraph("The lamp of the old keeper was bright."));
    String unnamed = box.replaceFirst(" name=\"[^\"]*\"", " name=\"\"");
    assertThat(unnamed).isNotEqualTo(box);

    assertThat(problems(new SlideFile().slide(unnamed), text -> (text + " ").repeat(20)))
        .singleElement()
        .asString()
        .contains("in \"The lamp of the old keeper was bright.\" (about");
  }

  @Test
  void takesASourceThatNeedsMoreThanItsPlaceForOneThatFits() throws IOException {
    SlideFile slides =
        new SlideFile().slide(SlideFile.box(SlideFile.paragraph("A lamp on a rock. ".repeat(20))));

    assertThat(problems(slides, PptxFormatTest::upper)).isEmpty();
    assertThat(problems(slides, text -> text + text)).hasSize(1);
  }

  @Test
  void translatesAlternativeTextWithItsLinesButNoFileNames() throws IOException {
    SlideFile slides =
        new SlideFile()
            .slide(
                SlideFile.box(SlideFile.paragraph("A"))
                    .replace("name=\"Box\"", "name=\"Box\" descr=\"A tall&#10;tower\""))
            .slide(
                SlideFile.box(SlideFile.paragraph("B"))
                    .replace("name=\"Box\"", "name=\"Box\" descr=\"DSC_001.JPG\""));

    assertThat(read(slides))
        .containsExactly(
            "ATTRIBUTE slide1 A tall⟦1⟧tower", "PARAGRAPH slide1 A", "PARAGRAPH slide2 B");
    assertThat(
            translated(slides, "de", text -> text.replace("tall", "\"big\" & 'tall'"))
                .get("ppt/slides/slide1.xml"))
        .contains("descr=\"A &quot;big&quot; &amp; ");
  }

  @Test
  void refusesASecondLanguage() throws IOException {
    assertThatThrownBy(
            () ->
                format()
                    .open(
                        file("slides.pptx", Samples.plain().bytes()),
                        FormatOptions.DEFAULT.with(Layout.BILINGUAL)))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("no room for two languages; leave out --layout bilingual");
  }

  @Test
  void opensPresentationsOfManySlides() throws IOException {
    SlideFile slides = new SlideFile();
    for (int i = 1; i <= 600; i++) {
      slides.slide(SlideFile.box(SlideFile.paragraph("Words of slide " + i)));
    }

    assertThat(read(slides)).hasSize(600).endsWith("PARAGRAPH slide600 Words of slide 600");
  }

  @Test
  void tellsTheLanguageOfMostText() throws IOException {
    try (Document document = open(Samples.plain(), OfficeOptions.DEFAULT)) {
      assertThat(document.declaredLanguage()).contains("en-US");
    }
  }

  @Test
  void leavesABrokenSlideWithANotice() throws IOException {
    SlideFile slides =
        new SlideFile().slide("<p:sp>").slide(SlideFile.box(SlideFile.paragraph("Sound")));

    assertThat(read(slides)).containsExactly("PARAGRAPH slide2 Sound");
    try (Document document = open(slides, OfficeOptions.DEFAULT)) {
      assertThat(document.notices())
          .singleElement()
          .asString()
          .startsWith("ppt/slides/slide1.xml: ")
          .endsWith("left as it is");
    }
  }
}
