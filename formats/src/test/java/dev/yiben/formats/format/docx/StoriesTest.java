package dev.yiben.formats.format.docx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.format.CellFilter;
import dev.yiben.formats.format.OfficeOptions;
import dev.yiben.formats.format.Revisions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which parts of a document are read, and as what. */
final class StoriesTest {
  private static final String MAIN = "word/document.xml";

  @TempDir Path folder;

  private static String paragraph(String text) {
    return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
  }

  private static String styled(String style, String text) {
    return "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>"
        .formatted(style, text);
  }

  private static String note(String element, String attributes, String content) {
    return "<w:%1$s %2$s>%3$s</w:%1$s>".formatted(element, attributes, content);
  }

  private TranslatedWord translated(WordPackage word) throws IOException {
    return TranslatedWord.of(word.write(folder.resolve("a.docx")), "fr");
  }

  private TranslatedWord translated(WordPackage word, OfficeOptions options) throws IOException {
    return TranslatedWord.of(
        word.write(folder.resolve("a.docx")), options, "fr", text -> "[" + text + "]");
  }

  private static OfficeOptions options(boolean hidden, boolean properties) {
    return new OfficeOptions(Revisions.ACCEPT, hidden, properties, false, false, CellFilter.ALL);
  }

  @Test
  void readsEveryStoryOnce() throws IOException {
    String reference =
        "<w:p><w:pPr><w:sectPr><w:headerReference w:type=\"%s\" r:id=\"rId%d\"/></w:sectPr></w:pPr></w:p>";
    TranslatedWord word =
        translated(
            WordPackage.of(
                    paragraph("Body")
                        + reference.formatted("first", 1)
                        + reference.formatted("even", 2)
                        + reference.formatted("even", 2))
                .part(MAIN, "header", "word/header1.xml", "hdr", paragraph("First page"))
                .part(MAIN, "header", "word/header2.xml", "hdr", paragraph("Even pages"))
                .part(MAIN, "footer", "word/footer1.xml", "ftr", paragraph("Foot"))
                .part(
                    MAIN,
                    "footnotes",
                    "word/footnotes.xml",
                    "footnotes",
                    note(
                            "footnote",
                            "w:type=\"separator\" w:id=\"-1\"",
                            "<w:p><w:r><w:separator/></w:r></w:p>")
                        + note("footnote", "w:id=\"1\"", paragraph("A footnote")))
                .part(
                    MAIN,
                    "endnotes",
                    "word/endnotes.xml",
                    "endnotes",
                    note("endnote", "w:id=\"1\"", paragraph("An endnote")))
                .part(
                    MAIN,
                    "comments",
                    "word/comments.xml",
                    "comments",
                    note("comment", "w:id=\"0\" w:author=\"Ann\"", paragraph("A comment"))));

    assertThat(word.sources())
        .containsExactly(
            "Body", "First page", "Even pages", "Foot", "A footnote", "An endnote", "A comment");
    assertThat(word.segments())
        .extracting(Segment::role)
        .containsExactly(
            Role.PARAGRAPH,
            Role.PARAGRAPH,
            Role.PARAGRAPH,
            Role.PARAGRAPH,
            Role.NOTE,
            Role.NOTE,
            Role.NOTE);
    assertThat(word.segments().get(4).id().value()).isEqualTo("word/footnotes.xml#p2");
    assertThat(word.segments().get(4).stream()).isEqualTo("word/footnotes.xml");
    assertThat(word.parts().get("word/header2.xml")).contains("[Even pages]");
    assertThat(word.parts().get("word/comments.xml")).contains("[A comment]", "w:author=\"Ann\"");
  }

  @Test
  void findsTheDocumentWhateverItsName() throws IOException {
    TranslatedWord word =
        translated(
            new WordPackage()
                .main(
                    "word/document2.xml",
                    WordPackage.TYPE + "document.main+xml",
                    paragraph("Here I am"))
                .raw("word/document.xml", "application/xml", "<not-it/>"));

    assertThat(word.sources()).containsExactly("Here I am");
    assertThat(word.parts().get("word/document2.xml")).contains("[Here I am]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"
      })
  void readsTemplatesAndKeepsMacros(String contentType) throws IOException {
    TranslatedWord word =
        translated(
            new WordPackage()
                .main(MAIN, contentType, paragraph("Dear"))
                .raw("word/vbaProject.bin", "application/vnd.ms-office.vbaProject", "Sub AutoOpen")
                .relate(
                    MAIN,
                    "http://schemas.microsoft.com/office/2006/relationships/vbaProject",
                    "word/vbaProject.bin"));

    assertThat(word.parts().get(MAIN)).contains("[Dear]").contains("w:val=\"fr-FR\"");
    assertThat(word.parts()).containsEntry("word/vbaProject.bin", "Sub AutoOpen");
  }

  @Test
  void readsStrictDocuments() throws IOException {
    TranslatedWord word =
        translated(
            WordPackage.of(styled("H", "Title") + paragraph("Body"))
                .part(MAIN, "header", "word/header1.xml", "hdr", paragraph("Head"))
                .part(
                    MAIN,
                    "styles",
                    "word/styles.xml",
                    "styles",
                    """
                    <w:style w:type="paragraph" w:styleId="H"><w:pPr><w:outlineLvl w:val="0"/></w:pPr>\
                    </w:style>""")
                .strict());

    assertThat(word.sources()).containsExactly("Title", "Body", "Head");
    assertThat(word.segments().get(0).role()).isEqualTo(Role.HEADING);
    assertThat(word.parts().get(MAIN)).contains("purl.oclc.org").contains("[Body]");
  }

  @Test
  void readsBuildingBlocksWithStylesOfTheirOwn() throws IOException {
    String glossary = "word/glossary/document.xml";
    TranslatedWord word =
        translated(
            WordPackage.of(paragraph("Body"))
                .part(
                    MAIN,
                    "glossaryDocument",
                    glossary,
                    "glossaryDocument",
                    """
                    <w:docParts><w:docPart><w:docPartPr><w:name w:val="Click"/></w:docPartPr>\
                    <w:docPartBody>%s</w:docPartBody></w:docPart></w:docParts>"""
                        .formatted(styled("P", "Click here")))
                .part(
                    glossary,
                    "styles",
                    "word/glossary/styles.xml",
                    "styles",
                    "<w:style w:type=\"paragraph\" w:styleId=\"P\"><w:name w:val=\"caption\"/></w:style>")
                .part(
                    glossary,
                    "footnotes",
                    "word/glossary/footnotes.xml",
                    "footnotes",
                    note("footnote", "w:id=\"1\"", paragraph("A note of a block"))));

    assertThat(word.sources()).containsExactly("Body", "Click here", "A note of a block");
    assertThat(word.segments().get(1).role()).isEqualTo(Role.CAPTION);
    assertThat(word.parts().get(glossary)).contains("[Click here]", "<w:name w:val=\"Click\"/>");
  }

  @Test
  void tellsWhatParagraphsAre() throws IOException {
    TranslatedWord word =
        translated(
            WordPackage.of(
                    paragraph("Before")
                        + styled("Nadpis1", "One")
                        + styled("Sub", "One one")
                        + "<w:p><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr><w:r><w:t>Item</w:t></w:r></w:p>"
                        + "<w:p><w:pPr><w:pStyle w:val=\"List\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr><w:r><w:t>No item</w:t></w:r></w:p>"
                        + styled("List", "Item by style")
                        + styled("Nadpis1", "Two")
                        + "<w:tbl><w:tblPr/><w:tr><w:tc>"
                        + paragraph("Cell")
                        + "</w:tc></w:tr></w:tbl>"
                        + styled("Popis", "Figure")
                        + styled("Titul", "Name"))
                .part(
                    MAIN,
                    "styles",
                    "word/styles.xml",
                    "styles",
                    """
                    <w:style w:type="paragraph" w:styleId="Nadpis1"><w:name w:val="heading 1"/>\
                    <w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>\
                    <w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="mine"/>\
                    <w:basedOn w:val="Nadpis1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>\
                    <w:style w:type="paragraph" w:styleId="List"><w:pPr><w:numPr><w:numId w:val="7"/>\
                    </w:numPr></w:pPr></w:style>\
                    <w:style w:type="paragraph" w:styleId="Popis"><w:name w:val="caption"/></w:style>\
                    <w:style w:type="paragraph" w:styleId="Titul"><w:name w:val="Title"/></w:style>"""));

    assertThat(word.segments())
        .extracting(segment -> segment.source().marked() + " " + segment.role())
        .containsExactly(
            "Before PARAGRAPH",
            "One HEADING",
            "One one HEADING",
            "Item LIST_ITEM",
            "No item PARAGRAPH",
            "Item by style LIST_ITEM",
            "Two HEADING",
            "Cell TABLE_CELL",
            "Figure CAPTION",
            "Name HEADING");
    assertThat(word.segments())
        .extracting(Segment::stream)
        .containsExactly(
            MAIN,
            MAIN + "#2",
            MAIN + "#2",
            MAIN + "#2",
            MAIN + "#2",
            MAIN + "#2",
            MAIN + "#3",
            MAIN + "#3",
            MAIN + "#3",
            MAIN + "#3");
  }

  @Test
  void keepsADocumentWithoutHeadingsTogether() throws IOException {
    TranslatedWord word = translated(WordPackage.of(paragraph("One") + paragraph("Two")));

    assertThat(word.segments()).extracting(Segment::stream).containsExactly(MAIN, MAIN);
  }

  @Test
  void leavesHiddenTextOutUnlessItIsAskedFor() throws IOException {
    WordPackage word =
        WordPackage.of(
            """
            <w:p><w:r><w:t xml:space="preserve">Seen </w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr>\
            <w:t>secret</w:t></w:r><w:r><w:t xml:space="preserve"> again</w:t></w:r></w:p>\
            <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>All of it</w:t></w:r></w:p>""");

    TranslatedWord without = translated(word);
    assertThat(without.sources()).hasSize(1);
    assertThat(without.segments().get(0).source().plainText().replace("  ", " "))
        .isEqualTo("Seen again");
    assertThat(without.coverage().outside()).containsEntry("hidden", 13L);
    assertThat(without.body()).contains("secret", "All of it");

    TranslatedWord with = translated(word, options(true, false));
    assertThat(with.segments())
        .extracting(segment -> segment.source().plainText())
        .containsExactly("Seen secret again", "All of it");
    assertThat(with.coverage().outside()).doesNotContainKey("hidden");
  }

  @Test
  void translatesDescriptionsButNotNames() throws IOException {
    TranslatedWord word =
        translated(
            WordPackage.of(
                """
                <w:tbl><w:tblPr><w:tblCaption w:val="Prices"/><w:tblDescription w:val="Of &quot;bread&quot;"/>\
                </w:tblPr><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>\
                <w:p><w:r><w:t xml:space="preserve">See </w:t></w:r><w:r><w:drawing><wp:inline>\
                <wp:docPr id="1" name="Picture 1" descr="A lamp&#10;at night" title="Lamp">\
                <a:hlinkClick tooltip="Go there"/></wp:docPr><a:graphic><pic:pic><pic:nvPicPr>\
                <pic:cNvPr id="0" name="lamp.png" descr="C:\\my pictures\\lamp.png"/></pic:nvPicPr></pic:pic>\
                </a:graphic></wp:inline></w:drawing></w:r><w:r><w:t xml:space="preserve"> here</w:t></w:r></w:p>\
                <w:p><w:r><w:pict><v:shape alt="A wave"><v:textpath string="DRAFT"/></v:shape></w:pict></w:r></w:p>\
                <w:sdt><w:sdtPr><w:alias w:val="Kind"/><w:dropDownList><w:listItem w:displayText="Red one" w:value="red"/>\
                </w:dropDownList></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>"""));

    assertThat(word.sources())
        .containsExactlyInAnyOrder(
            "Prices",
            "Of \"bread\"",
            "See ⟦1⟧ here",
            "Lamp",
            "A lamp⟦1⟧at night",
            "Go there",
            "A wave",
            "DRAFT",
            "Red one");
    assertThat(word.coverage().outside()).containsKey("file-name");
    assertThat(word.body())
        .contains("w:val=\"[Of &quot;bread&quot;]\"")
        .contains("name=\"Picture 1\" descr=\"[A lamp&#10;at night]\" title=\"[Lamp]\"")
        .contains("tooltip=\"[Go there]\"", "alt=\"[A wave]\"", "string=\"[DRAFT]\"")
        .contains("w:displayText=\"[Red one]\" w:value=\"red\"")
        .contains("descr=\"C:\\my pictures\\lamp.png\"", "<w:alias w:val=\"Kind\"/>")
        .contains(">[See </w:t>");
  }

  @Test
  void writesADescriptionThatIsThereTwiceInBothPlaces() throws IOException {
    TranslatedWord word =
        translated(
            WordPackage.of(
                """
                <w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="a" descr="A lamp"/><a:graphic>\
                <pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="a" descr="A lamp"/></pic:nvPicPr></pic:pic>\
                </a:graphic></wp:inline></w:drawing></w:r></w:p>"""));

    assertThat(word.sources()).containsExactly("A lamp");
    assertThat(word.coverage().outside()).containsEntry("mirror", 5L);
    assertThat(word.body().split("descr=\"\\[A lamp\\]\"", -1)).hasSize(3);
  }

  @Test
  void translatesPropertiesOnlyIfAskedFor() throws IOException {
    WordPackage word =
        WordPackage.of(paragraph("Body"))
            .relate(
                "",
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml")
            .raw(
                "docProps/core.xml",
                "application/vnd.openxmlformats-package.core-properties+xml",
                """
                <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
                xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Lamps &amp; oil</dc:title>\
                <dc:creator>Ann Author</dc:creator><cp:keywords>lamp, oil</cp:keywords>\
                <dc:description>One_x000d_
                two</dc:description><dc:subject/></cp:coreProperties>""");

    TranslatedWord without = translated(word);
    assertThat(without.sources()).containsExactly("Body");
    TranslatedWord with = translated(word, options(false, true));
    assertThat(with.sources()).containsExactly("Body", "Lamps & oil", "lamp, oil", "One⟦1⟧two");
    assertThat(with.segments().get(1).role()).isEqualTo(Role.METADATA);
    assertThat(with.parts().get("docProps/core.xml"))
        .contains("<dc:title>[Lamps &amp; oil]</dc:title><dc:creator>Ann Author</dc:creator>")
        .contains("[One_x000d_\ntwo]");
  }

  @Test
  void translatesWordsOfNumbers() throws IOException {
    TranslatedWord word =
        translated(
            WordPackage.of(paragraph("Body"))
                .part(
                    MAIN,
                    "numbering",
                    "word/numbering.xml",
                    "numbering",
                    """
                    <w:abstractNum><w:lvl><w:numFmt w:val="decimal"/><w:lvlText w:val="Chapter %1:"/></w:lvl>\
                    <w:lvl><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>\
                    <w:lvl><w:numFmt w:val="bullet"/><w:lvlText w:val="oo"/></w:lvl></w:abstractNum>"""));

    assertThat(word.sources()).containsExactly("Body", "Chapter ⟦1⟧:");
    assertThat(word.parts().get("word/numbering.xml"))
        .contains("<w:lvlText w:val=\"[Chapter %1:]\"/>", "\"%1.%2\"", "\"oo\"");
  }

  @Test
  void saysWhatIsNotTranslated() throws IOException {
    TranslatedWord word =
        translated(
            WordPackage.of(
                    paragraph("Body")
                        + "<w:altChunk r:id=\"rId1\"/>"
                        + "<w:p><w:r><w:object><o:OLEObject ProgID=\"Excel.Sheet.12\" r:id=\"rId2\"/></w:object></w:r></w:p>"
                        + "<w:p><w:r><w:object><o:OLEObject ProgID=\"Equation.3\" r:id=\"rId3\"/></w:object></w:r></w:p>"
                        + "<w:sdt><w:sdtPr><w:dataBinding w:xpath=\"/x\"/></w:sdtPr><w:sdtContent>"
                        + paragraph("Bound")
                        + "</w:sdtContent></w:sdt>")
                .relate(MAIN, "aFChunk", "word/chunk.html")
                .raw("word/chunk.html", "text/html", "<p>Not read</p>")
                .relate(MAIN, "package", "word/embeddings/sheet.xlsx")
                .raw("word/embeddings/sheet.xlsx", "application/vnd.ms-excel", "x")
                .relate(MAIN, "oleObject", "word/embeddings/formula.bin")
                .raw("word/embeddings/formula.bin", "application/vnd.ms-office", "x"));

    assertThat(word.sources()).containsExactly("Body", "Bound");
    assertThat(word.notices()).hasSize(3);
    assertThat(word.notices().get(0)).endsWith(": word/embeddings/sheet.xlsx");
    assertThat(word.notices().get(1)).endsWith(": word/chunk.html");
    assertThat(word.notices().get(2)).startsWith("1 content control");
    assertThat(word.parts()).containsEntry("word/chunk.html", "<p>Not read</p>");
  }

  @Test
  void saysThatASignatureDoesNotHold() throws IOException {
    TranslatedWord word =
        translated(
            WordPackage.of(paragraph("Body"))
                .relate(
                    "",
                    "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin",
                    "_xmlsignatures/origin.sigs")
                .raw(
                    "_xmlsignatures/origin.sigs",
                    "application/vnd.openxmlformats-package.digital-signature-origin",
                    ""));

    assertThat(word.problems()).hasSize(1);
    assertThat(word.problems().get(0)).contains("signed");
  }

  @Test
  void keepsProtectionOfADocument() throws IOException {
    String settings =
        "<w:documentProtection w:edit=\"readOnly\" w:enforcement=\"1\" w:hash=\"x\"/>";
    TranslatedWord word =
        translated(
            WordPackage.of(
                    "<w:p><w:permStart w:id=\"1\" w:edGrp=\"everyone\"/><w:r><w:t>Mine</w:t></w:r><w:permEnd w:id=\"1\"/></w:p>")
                .part(MAIN, "settings", "word/settings.xml", "settings", settings));

    assertThat(word.parts().get("word/settings.xml")).contains(settings);
    assertThat(word.body()).contains("w:permStart", "[Mine]", "w:permEnd");
  }

  @Test
  void goesOnWhereAPartIsBroken() throws IOException {
    TranslatedWord word =
        translated(
            WordPackage.of(paragraph("Body"))
                .relate(MAIN, "styles", "word/styles.xml")
                .raw("word/styles.xml", WordPackage.TYPE + "styles+xml", "<w:styles>")
                .relate(MAIN, "header", "word/header1.xml")
                .raw("word/header1.xml", WordPackage.TYPE + "header+xml", "<w:hdr")
                .relate(MAIN, "footer", "word/missing.xml"));

    assertThat(word.sources()).containsExactly("Body");
    assertThat(word.notices()).hasSize(1);
    assertThat(word.notices().get(0)).startsWith("word/header1.xml");
    assertThat(word.parts()).containsEntry("word/header1.xml", "<w:hdr");
  }

  @Test
  void declaresTheLanguageOfMostText() throws IOException {
    String run = "<w:r><w:rPr><w:lang w:val=\"%s\" w:eastAsia=\"%s\"/></w:rPr><w:t>%s</w:t></w:r>";
    TranslatedWord german =
        translated(
            WordPackage.of(
                "<w:p>"
                    + run.formatted("de-DE", "ja-JP", "Der Leuchtturm am Meer")
                    + run.formatted("fr-FR", "", "phare")
                    + "</w:p>"));
    TranslatedWord chinese =
        translated(
            WordPackage.of("<w:p>" + run.formatted("en-US", "zh-CN", "灯塔在海边 sea") + "</w:p>"));
    TranslatedWord wrong =
        translated(WordPackage.of("<w:p>" + run.formatted("en-US", "", "Маяк у моря") + "</w:p>"));

    assertThat(byDefault("fr-FR").declaredLanguage()).contains("fr-FR");
    assertThat(byDefault("en-US").declaredLanguage()).as("what templates say").isEmpty();
    assertThat(german.declaredLanguage()).contains("de-DE");
    assertThat(chinese.declaredLanguage()).contains("zh-CN");
    assertThat(wrong.declaredLanguage()).isEmpty();
    assertThat(translated(WordPackage.of(paragraph("Body"))).declaredLanguage()).isEmpty();
  }

  private TranslatedWord byDefault(String language) throws IOException {
    return translated(
        WordPackage.of(paragraph("Le phare"))
            .part(
                MAIN,
                "styles",
                "word/styles.xml",
                "styles",
                """
                <w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="%s"/></w:rPr></w:rPrDefault>\
                </w:docDefaults>"""
                    .formatted(language)));
  }

  @Test
  void readsChartsAndSmartArtByTheirRelationships() throws IOException {
    TranslatedWord word =
        translated(
            WordPackage.of(paragraph("Body"))
                .relate(MAIN, "chart", "word/charts/odd-name.xml")
                .raw(
                    "word/charts/odd-name.xml",
                    "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
                    """
                    <c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" \
                    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:title><c:tx>\
                    <c:rich><a:bodyPr/><a:p><a:r><a:t>Sales</a:t></a:r></a:p></c:rich></c:tx></c:title>\
                    </c:chart></c:chartSpace>"""));

    assertThat(word.sources()).containsExactly("Body", "Sales");
    assertThat(word.parts().get("word/charts/odd-name.xml")).contains("[Sales]");
  }

  @Test
  void followsHeadingsInTheTableOfContents() throws IOException {
    TranslatedWord word =
        translated(
            WordPackage.of(
                    """
                    <w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>\
                    <w:r><w:instrText>TOC \\o "1-3" \\h</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>\
                    <w:hyperlink w:anchor="_Toc1"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t>1.2</w:t></w:r>\
                    <w:r><w:tab/></w:r><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t>The lamp</w:t></w:r>\
                    <w:r><w:rPr><w:webHidden/></w:rPr><w:tab/></w:r><w:r><w:rPr><w:webHidden/></w:rPr>\
                    <w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF _Toc1 \\h</w:instrText></w:r>\
                    <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r>\
                    <w:r><w:fldChar w:fldCharType="end"/></w:r></w:hyperlink></w:p>\
                    <w:p><w:hyperlink w:anchor="_Toc2"><w:r><w:t>The sea</w:t><w:tab/><w:t>iv</w:t></w:r></w:hyperlink></w:p>\
                    <w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"""
                        + styled("H", "The lamp")
                        + styled("H", "The sea"))
                .part(
                    MAIN,
                    "styles",
                    "word/styles.xml",
                    "styles",
                    """
                    <w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>\
                    <w:style w:type="paragraph" w:styleId="H"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>"""));

    assertThat(word.segments())
        .extracting(segment -> segment.source().marked() + " " + segment.role())
        .containsExactly(
            "The lamp TOC_ENTRY", "The sea TOC_ENTRY", "The lamp HEADING", "The sea HEADING");
    assertThat(word.notices()).isEmpty();
    assertThat(word.coverage().outside().values().stream().mapToLong(Long::longValue).sum())
        .as("numbers and pages")
        .isEqualTo(6);
    assertThat(word.body()).contains(">1.2</w:t>", ">[The lamp]</w:t>", "PAGEREF _Toc1");
  }

  @Test
  void saysWhereATableOfContentsCannotFollow() throws IOException {
    TranslatedWord word =
        translated(
            WordPackage.of(styled("TOC1", "Old name\t4") + styled("H", "New name"))
                .part(
                    MAIN,
                    "styles",
                    "word/styles.xml",
                    "styles",
                    "<w:style w:type=\"paragraph\" w:styleId=\"TOC1\"><w:name w:val=\"toc 1\"/></w:style>"));

    assertThat(word.notices()).hasSize(1);
    assertThat(word.notices().get(0)).startsWith("1 of 1 lines").contains("F9");
  }

  @Test
  void writesAHeaderWithALogo() throws IOException {
    String logo =
        """
        <w:r><w:rPr><w:noProof/></w:rPr><w:drawing><wp:inline><wp:extent cx="1" cy="1"/>\
        <wp:docPr id="1" name="Picture 1"%s/><a:graphic><pic:pic><pic:blipFill><a:blip r:embed="rId1"/>\
        </pic:blipFill></pic:pic></a:graphic></wp:inline></w:drawing></w:r>""";
    String header = "word/header1.xml";
    TranslatedWord word =
        translated(
            WordPackage.of(paragraph("Body"))
                .part(
                    MAIN,
                    "header",
                    header,
                    "hdr",
                    "<w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>"
                        + logo.formatted(" descr=\"Our lamp\"")
                        + "<w:r><w:tab/><w:t>The Lamp Company</w:t></w:r></w:p>")
                .relate(header, "image", "word/media/image1.png")
                .raw("word/media/image1.png", "image/png", "PNG"));

    assertThat(word.sources()).containsExactlyInAnyOrder("Body", "The Lamp Company", "Our lamp");
    assertThat(word.parts().get(header))
        .endsWith(
            "<w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>"
                + logo.formatted(" descr=\"[Our lamp]\"")
                + "<w:r><w:rPr><w:lang w:val=\"fr-FR\"/></w:rPr><w:tab/>"
                + "<w:t xml:space=\"preserve\">[The Lamp Company]</w:t></w:r></w:p></w:hdr>");
    assertThat(word.parts()).containsEntry("word/media/image1.png", "PNG");
    assertThat(List.of(word.parts().get("word/_rels/header1.xml.rels")))
        .allMatch(relationships -> relationships.contains("/word/media/image1.png"));
  }
}
