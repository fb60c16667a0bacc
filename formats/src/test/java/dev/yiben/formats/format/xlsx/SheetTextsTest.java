package dev.yiben.formats.format.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.formats.document.Segment;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.Layout;
import dev.yiben.formats.format.RubyReadings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetTextsTest {
  private static final String STRINGS = "xl/sharedStrings.xml";
  private static final String SHEET = "xl/worksheets/sheet1.xml";

  @TempDir private Path folder;

  private static String cell(String place, int string) {
    return "<c r=\"%s\" t=\"s\"><v>%d</v></c>".formatted(place, string);
  }

  /** Returns each segment as its rule and its marked source. */
  private List<String> segments(byte[] content) throws IOException {
    try (Document document = TranslatedWorkbook.document(folder, content)) {
      return document.segments().stream()
          .map(segment -> segment.skipRule().orElse("") + "|" + segment.source().marked())
          .toList();
    }
  }

  private TranslatedWorkbook translated(SheetFile file, Map<String, String> targets)
      throws IOException {
    return TranslatedWorkbook.of(folder, file.bytes(), FormatOptions.DEFAULT, targets);
  }

  @Test
  void tellsStringsInTheOrderInWhichSheetsShowThem() throws IOException {
    SheetFile file =
        new SheetFile()
            .rows("<row r=\"1\">" + cell("A1", 2) + cell("B1", 0) + cell("C1", 2) + "</row>")
            .rows("<row r=\"1\">" + cell("A1", 0) + cell("B1", 3) + "</row>")
            .strings("<si><t>b</t></si><si><t>unused</t></si><si><t>a</t></si><si><t>c</t></si>");
    try (Document document = TranslatedWorkbook.document(folder, file.bytes())) {
      assertThat(document.segments())
          .extracting(segment -> segment.source().marked() + " " + segment.stream())
          .containsExactly("a " + SHEET, "b " + SHEET, "c xl/worksheets/sheet2.xml");
      assertThat(document.segments())
          .extracting(Segment::id)
          .extracting("value")
          .containsExactly(STRINGS + "#p3", STRINGS + "#p1", STRINGS + "#p4");
      assertThat(document.coverage().outside()).containsEntry("unused", 6L);
    }
  }

  @Test
  void keepsPlainTextsPlainAndRunsAsRuns() throws IOException {
    SheetFile file =
        new SheetFile()
            .rows("<row>" + cell("A1", 0) + cell("B1", 1) + cell("C1", 2) + "</row>")
            .strings(
                """
                <si><t>oil &amp; wick</t></si>\
                <si><r><rPr><b/><family val="2"/></rPr><t>Bold</t></r>\
                <r><rPr><b/><family val="1"/></rPr><t xml:space="preserve"> too </t></r>\
                <r><t>plain text</t></r></si>\
                <si><t xml:space="preserve"> one_x000D_
                two_x005F_x0041_ </t></si>""");
    TranslatedWorkbook written =
        translated(
            file,
            Map.of(
                "oil & wick", "油 & _x0041_",
                "⟦1⟧Bold too⟦/1⟧ plain text", "文 ⟦1⟧粗⟦/1⟧",
                "one⟦1⟧two_x0041_", "一⟦1⟧二"));
    assertThat(written.part(STRINGS))
        .contains("<si><t>油 &amp; _x005F_x0041_</t></si>")
        .contains(
            "<si><r><t xml:space=\"preserve\">文 </t></r>"
                + "<r><rPr><b/><family val=\"2\"/></rPr><t>粗</t></r></si>")
        .contains("<si><t xml:space=\"preserve\"> 一_x000D_\n二 </t></si>");
  }

  @Test
  void readsTextsThatStandInCells() throws IOException {
    SheetFile file =
        new SheetFile()
            .rows(
                """
                <row r="1"><c r="A1" t="inlineStr"><is><t>In the cell</t></is></c>\
                <c r="B1" t="str"><v>A value</v></c>\
                <c r="C1" t="str"><f>A1</f><v>In the cell</v></c>\
                <c r="D1" t="str"><f><![CDATA[A1&"!"]]></f><v>In the cell!</v></c>\
                <c r="E1" t="e"><v>#N/A</v></c><c r="F1" t="b"><v>1</v></c></row>""");
    assertThat(segments(file.bytes())).containsExactly("|In the cell", "|A value");
    TranslatedWorkbook written = translated(file, Map.of("In the cell", "在格里", "A value", "<值>"));
    assertThat(written.part(SHEET))
        .contains("<c r=\"A1\" t=\"inlineStr\"><is><t>在格里</t></is></c>")
        .contains("<c r=\"B1\" t=\"str\"><v>&lt;值&gt;</v></c>")
        .contains("<f>A1</f><v>在格里</v>")
        .contains("<v>In the cell!</v></c><c r=\"E1\" t=\"e\"><v>#N/A</v></c>");
    assertThat(written.part("xl/workbook.xml")).contains("<calcPr fullCalcOnLoad=\"1\"/>");
  }

  @Test
  void givesFormulasTheTranslationOfTheCellThatTheyShow() throws IOException {
    SheetFile file =
        new SheetFile()
            .rows(
                "<row>"
                    + cell("A1", 0)
                    + "<c r=\"B1\" t=\"str\"><f>A1</f><v>Lamp &amp; oil</v></c></row>")
            .strings("<si><t>Lamp &amp; oil</t></si>");
    assertThat(translated(file, Map.of("Lamp & oil", "灯 & 油")).part(SHEET))
        .contains("<f>A1</f><v>灯 &amp; 油</v>");
  }

  @Test
  void leavesWhatIsHiddenButNotWhatIsFolded() throws IOException {
    String rows =
        "<cols><col min=\"3\" max=\"3\" hidden=\"1\"/></cols><sheetData>"
            + "<row r=\"1\">"
            + cell("A1", 0)
            + cell("C1", 1)
            + "</row><row r=\"2\" hidden=\"1\">"
            + cell("A2", 2)
            + "</row><row r=\"3\" hidden=\"1\" outlineLevel=\"1\">"
            + cell("A3", 3)
            + "</row></sheetData>";
    SheetFile file =
        new SheetFile()
            .sheet("Seen", "", rows)
            .sheet(
                "Lists",
                "state=\"hidden\"",
                "<sheetData><row>" + cell("A1", 4) + "</row></sheetData>")
            .strings(
                "<si><t>a</t></si><si><t>b</t></si><si><t>c</t></si><si><t>d</t></si>"
                    + "<si><t>e</t></si>");
    assertThat(segments(file.bytes()))
        .containsExactly("|a", "hidden|b", "hidden|c", "|d", "hidden|e");
    SheetFile filtered =
        new SheetFile()
            .sheet(
                "Seen",
                "",
                rows + "<autoFilter ref=\"A1:A3\"><filterColumn colId=\"0\"/></autoFilter>")
            .strings("<si><t>a</t></si><si><t>b</t></si><si><t>c</t></si><si><t>d</t></si>");
    assertThat(segments(filtered.bytes())).containsExactly("|a", "hidden|b", "|c", "|d");
  }

  @Test
  void dropsReadingsOverTranslatedTextOrKeepsThemOverTheWhole() throws IOException {
    SheetFile file =
        new SheetFile()
            .rows("<row>" + cell("A1", 0) + "</row>")
            .strings(
                "<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh>"
                    + "<phoneticPr fontId=\"1\"/></si>");
    assertThat(translated(file, Map.of("東京", "Tokyo")).part(STRINGS))
        .contains("<si><t>Tokyo</t></si>");
    assertThat(
            TranslatedWorkbook.of(
                    folder,
                    file.bytes(),
                    FormatOptions.DEFAULT.with(RubyReadings.KEEP),
                    Map.of("東京", "Tokyo"))
                .part(STRINGS))
        .contains("<si><t>Tokyo</t><rPh sb=\"0\" eb=\"5\"><t>トウキョウ</t></rPh></si>");
  }

  @Test
  void readsHeadersAndFootersBySections() throws IOException {
    SheetFile file =
        new SheetFile()
            .sheet(
                "One",
                "",
                """
                <sheetData/><headerFooter>\
                <oddHeader>&amp;L&amp;"Arial,Bold"&amp;12Report of &amp;D&amp;CR&amp;&amp;D</oddHeader>\
                <oddFooter><![CDATA[Page &P <of> &N&R&12 Last]]></oddFooter></headerFooter>""");
    assertThat(segments(file.bytes()))
        .containsExactly("|Report of ⟦1⟧", "|R&D", "|Page ⟦1⟧ <of> ⟦2⟧", "|Last");
    assertThat(
            translated(
                    file,
                    Map.of(
                        "Report of ⟦1⟧", "2 ⟦1⟧ 的报告",
                        "R&D", "研&发",
                        "Page ⟦1⟧ <of> ⟦2⟧", "⟦1⟧/⟦2⟧ ]]> 页"))
                .part(SHEET))
        .contains(
            "<oddHeader>&amp;L&amp;\"Arial,Bold\"&amp;12 2 &amp;D 的报告&amp;C研&amp;&amp;发</oddHeader>")
        .contains("<oddFooter><![CDATA[&P/&N ]]]]><![CDATA[> 页&R&12 Last]]></oddFooter>");
  }

  @Test
  void cutsPromptsToWhatExcelTakes() throws IOException {
    SheetFile file =
        new SheetFile()
            .sheet(
                "One",
                "",
                "<sheetData/><dataValidations><dataValidation promptTitle='Say' prompt=\"One_x000a_two\"/>"
                    + "</dataValidations>");
    assertThat(segments(file.bytes())).containsExactly("|Say", "|One⟦1⟧two");
    assertThat(
            translated(
                    file,
                    Map.of("Say", "it's " + "very ".repeat(9) + "long", "One⟦1⟧two", "\"一\"⟦1⟧二"))
                .part(SHEET))
        .contains("promptTitle='it&apos;s very very very very very'")
        .contains("prompt=\"&quot;一&quot;_x000a_二\"");
  }

  @Test
  void leavesIdentifiers() throws IOException {
    List<String> left =
        List.of(
            "SKU-1234",
            "A1",
            "unit_price",
            "https://a.example/b c".replace(" ", "%20"),
            "keeper@light.example",
            "report.xlsx",
            "C:\\files\\a b",
            "3fa85f64-5717-4562-b3fc-2c963f66afa6");
    List<String> translated = List.of("Phase1", "Lamp oil", "Total:", "etc.", "第1章", "Node");
    StringBuilder cells = new StringBuilder();
    for (String text : left) {
      cells.append("<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>");
    }
    for (String text : translated) {
      cells.append("<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>");
    }
    List<String> segments = segments(new SheetFile().rows("<row>" + cells + "</row>").bytes());
    assertThat(segments.subList(0, left.size())).allMatch(text -> text.startsWith("identifier|"));
    assertThat(segments.subList(left.size(), segments.size()))
        .allMatch(text -> text.startsWith("|"));
  }

  @Test
  void readsConversationsAndLeavesTheirCopies() throws IOException {
    SheetFile file =
        new SheetFile()
            .rows("")
            .atSheet(
                "comments",
                "comments1.xml",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml",
                """
                <x:comments xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
                <x:commentList><x:comment ref="A1"><x:text><x:t>[Threaded comment] Ask</x:t></x:text>\
                </x:comment><x:comment ref="A2"><x:text><x:r><x:t>Note</x:t></x:r></x:text>\
                </x:comment></x:commentList></x:comments>""")
            .atSheet(
                "threadedComment",
                "threadedComments/threadedComment1.xml",
                "application/vnd.ms-excel.threadedcomments+xml",
                """
                <ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/\
                threadedcomments"><threadedComment ref="A1"><text>Ask</text></threadedComment>\
                <threadedComment ref="A1"><text>@Anna see</text><mentions/></threadedComment>\
                </ThreadedComments>""");
    assertThat(segments(file.bytes())).containsExactly("|Note", "|Ask", "names-people|@Anna see");
    TranslatedWorkbook written = translated(file, Map.of("Note", "注", "Ask", "问"));
    assertThat(written.part("xl/comments1.xml"))
        .contains("<x:text><x:r><x:t>注</x:t></x:r></x:text>")
        .contains("[Threaded comment] Ask");
    assertThat(written.part("xl/threadedComments/threadedComment1.xml")).contains("<text>问</text>");
  }

  @Test
  void readsStrictWorkbooks() throws IOException {
    SheetFile file =
        new SheetFile()
            .namespace("http://purl.oclc.org/ooxml/spreadsheetml/main")
            .rows("<row>" + cell("A1", 0) + "</row>")
            .strings("<si><t>strict</t></si>");
    assertThat(segments(file.bytes())).containsExactly("|strict");
  }

  @Test
  void opensWorkbooksWhoseSheetsAreDamagedOrMissing() throws IOException {
    SheetFile file =
        new SheetFile()
            .rows("<row>" + cell("A1", 0) + "</wrong>")
            .rows("<row>" + cell("A1", 1) + cell("B1", 99_999_999) + cell("C1", -1) + "</row>")
            .strings("<si><t>lost</t></si><si><t>found</t></si>");
    try (Document document = TranslatedWorkbook.document(folder, file.bytes())) {
      assertThat(document.segments())
          .filteredOn(segment -> segment.stream().endsWith("sheet2.xml"))
          .extracting(segment -> segment.source().marked())
          .containsExactly("found");
      assertThat(document.notices()).anyMatch(line -> line.contains("sheet1.xml"));
    }
  }

  @Test
  void tellsThatPivotTablesKeepTexts() throws IOException {
    SheetFile file =
        new SheetFile()
            .rows("")
            .atSheet(
                "pivotCacheDefinition",
                "pivotCache/pivotCacheDefinition1.xml",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.pivotCacheDefinition+xml",
                "<pivotCacheDefinition/>");
    try (Document document = TranslatedWorkbook.document(folder, file.bytes())) {
      assertThat(document.notices()).anyMatch(line -> line.startsWith("pivot tables"));
    }
  }

  @Test
  void refusesTwoLanguagesInOneWorkbook() throws IOException {
    Path file = Files.write(folder.resolve("a.xlsx"), new SheetFile().rows("").bytes());
    assertThatThrownBy(
            () -> new XlsxFormat().open(file, FormatOptions.DEFAULT.with(Layout.BILINGUAL)).close())
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("--layout");
  }
}
