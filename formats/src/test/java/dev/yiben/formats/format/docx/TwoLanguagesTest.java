package dev.yiben.formats.format.docx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Word documents in two languages. */
final class TwoLanguagesTest {
  private static final String HEADING =
      "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>Title</w:t></w:r></w:p>";
  private static final String ANCHORS =
      """
      <w:p w14:paraId="0A" w:rsidR="01"><w:pPr><w:pageBreakBefore/></w:pPr><w:bookmarkStart w:id="1" w:name="b"/>\
      <w:r><w:t>See</w:t></w:r><w:bookmarkEnd w:id="1"/><w:r><w:footnoteReference w:id="2"/></w:r>\
      <w:r><w:t xml:space="preserve"> this.</w:t></w:r></w:p>""";

  @TempDir private Path folder;

  private WordMerge merge(WordFile file, Layout layout) throws IOException {
    Path path = folder.resolve("two.docx");
    Files.write(path, file.bytes());
    return WordMerge.of(path, FormatOptions.DEFAULT.with(layout), TrackedChangesTest::upper);
  }

  private String body(String body, Layout layout) throws IOException {
    return merge(new WordFile().body(body), layout).body();
  }

  private static String paragraph(String text) {
    return "<w:p><w:r><w:t>%s</w:t></w:r></w:p>".formatted(text);
  }

  @Test
  void putsTheTranslationBelowOrAboveItsSource() throws IOException {
    String text = paragraph("A lamp.") + "<w:p/>" + paragraph("7");
    assertThat(body(text, Layout.BILINGUAL))
        .isEqualTo(paragraph("A lamp.") + paragraph("A LAMP.") + "<w:p/>" + paragraph("7"));
    assertThat(body(text, Layout.BILINGUAL_ABOVE))
        .isEqualTo(paragraph("A LAMP.") + paragraph("A lamp.") + "<w:p/>" + paragraph("7"));
  }

  @Test
  void keepsWhatMustStandOnceInTheFirstCopy() throws IOException {
    assertThat(body(ANCHORS, Layout.BILINGUAL))
        .isEqualTo(
            """
            <w:p w:rsidR="01"><w:pPr><w:pageBreakBefore/></w:pPr><w:bookmarkStart w:id="1" w:name="b"/>\
            <w:r><w:t>See</w:t></w:r><w:bookmarkEnd w:id="1"/><w:r><w:footnoteReference w:id="2"/></w:r>\
            <w:r><w:t> this.</w:t></w:r></w:p>\
            <w:p w14:paraId="0A" w:rsidR="01"><w:pPr><w:pageBreakBefore w:val="0"/></w:pPr>\
            <w:r><w:t>SEE THIS.</w:t></w:r></w:p>""");
    assertThat(body(ANCHORS, Layout.BILINGUAL_ABOVE))
        .startsWith("<w:p w:rsidR=\"01\"><w:pPr><w:pageBreakBefore/></w:pPr><w:bookmarkStart")
        .contains(
            "SEE", "<w:footnoteReference w:id=\"2\"/></w:r><w:r><w:t> THIS.</w:t></w:r></w:p>")
        .endsWith(
            """
            <w:p w14:paraId="0A" w:rsidR="01"><w:pPr><w:pageBreakBefore w:val="0"/></w:pPr>\
            <w:r><w:t>See</w:t></w:r><w:r></w:r><w:r><w:t> this.</w:t></w:r></w:p>""");
  }

  @Test
  void writesHeadingsAsTwoLinesOfAParagraph() throws IOException {
    assertThat(body(HEADING, Layout.BILINGUAL))
        .isEqualTo(
            """
            <w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>Title</w:t></w:r><w:r><w:br/></w:r>\
            <w:r><w:t>TITLE</w:t></w:r></w:p>""");
    assertThat(body(HEADING, Layout.BILINGUAL_ABOVE)).contains("TITLE</w:t></w:r><w:r><w:br/>");
    assertThat(body(HEADING, Layout.BILINGUAL_SIDE)).doesNotContain("<w:tbl>").contains("<w:br/>");
  }

  @Test
  void numbersListItemsOnce() throws IOException {
    String item =
        """
        <w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>%s</w:pPr>\
        <w:r><w:t>Item</w:t></w:r></w:p>""";
    String numbering =
        """
        <w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="1"><w:pPr><w:ind w:left="1440" w:hanging="360"/>\
        </w:pPr></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="5"/></w:num>""";
    String unnumbered = "<w:pPr><w:numPr><w:numId w:val=\"0\"/></w:numPr><w:ind ";
    WordFile file = new WordFile().story("numbering", "numbering", numbering);
    assertThat(merge(file.body(item.formatted("")), Layout.BILINGUAL).body())
        .isEqualTo(
            item.formatted("")
                + "<w:p>"
                + unnumbered
                + "w:firstLine=\"0\" w:left=\"1440\"/></w:pPr><w:r><w:t>ITEM</w:t></w:r></w:p>");
    String own = "<w:ind w:left=\"500\" w:hanging=\"100\"/>";
    assertThat(merge(file.body(item.formatted(own)), Layout.BILINGUAL).body())
        .contains(unnumbered + "w:left=\"500\" w:firstLine=\"0\"/></w:pPr><w:r><w:t>ITEM");
  }

  @Test
  void endsSectionsAfterTheLastCopy() throws IOException {
    String text =
        "<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>A lamp.</w:t></w:r></w:p>" + paragraph("Two.");
    assertThat(body(text, Layout.BILINGUAL))
        .startsWith(
            "<w:p><w:pPr></w:pPr><w:r><w:t>A lamp.</w:t></w:r></w:p><w:p><w:pPr><w:sectPr/>");
    assertThat(body(text, Layout.BILINGUAL_ABOVE))
        .startsWith(
            "<w:p><w:pPr></w:pPr><w:r><w:t>A LAMP.</w:t></w:r></w:p><w:p><w:pPr><w:sectPr/>");
    assertThat(body(text, Layout.BILINGUAL_SIDE))
        .startsWith(
            "<w:p><w:pPr></w:pPr><w:r><w:t>A lamp.</w:t></w:r></w:p><w:p><w:pPr><w:sectPr/>")
        .contains("<w:tbl>");
  }

  @Test
  void repeatsTheNumberOfACaptionAndDoesNotCountAgain() throws IOException {
    String text =
        """
        <w:p><w:r><w:t xml:space="preserve">Figure </w:t></w:r><w:fldSimple w:instr=" SEQ Figure ">\
        <w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> A lamp</w:t></w:r></w:p>""";
    String both = body(text, Layout.BILINGUAL);
    assertThat(both).contains("w:instr=\" SEQ Figure \"", "w:instr=\" SEQ Figure  \\c \"");
  }

  @Test
  void putsParagraphsThatFollowEachOtherIntoOneTableOfTwoColumns() throws IOException {
    String text = paragraph("One.") + paragraph("Two.") + "<w:p/>" + paragraph("Three.");
    String both = body(text, Layout.BILINGUAL_SIDE);
    assertThat(both.split("<w:tbl>", -1)).hasSize(3);
    assertThat(both.replaceAll("<w:tblPr>.*?</w:tblGrid>|<w:tcPr>.*?</w:tcPr>", ""))
        .startsWith(
            "<w:tbl><w:tr><w:tc>%s</w:tc><w:tc>%s</w:tc></w:tr><w:tr><w:tc>%s</w:tc><w:tc>%s</w:tc></w:tr></w:tbl><w:p/><w:tbl>"
                .formatted(
                    paragraph("One."), paragraph("ONE."), paragraph("Two."), paragraph("TWO.")))
        .endsWith(
            "</w:tr></w:tbl><w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/></w:pPr></w:p>");
  }

  @Test
  void stacksWhatIsInTablesNotesAndMarginsAlready() throws IOException {
    String text = "<w:tbl><w:tr><w:tc>%s</w:tc></w:tr></w:tbl><w:p/>".formatted(paragraph("In."));
    WordFile file = new WordFile().body(text).story("header", "hdr", paragraph("Top."));
    WordMerge merged = merge(file, Layout.BILINGUAL_SIDE);
    assertThat(merged.body())
        .isEqualTo(
            "<w:tbl><w:tr><w:tc>%s%s</w:tc></w:tr></w:tbl><w:p/>"
                .formatted(paragraph("In."), paragraph("IN.")));
    assertThat(WordMerge.bare(merged.parts().get("word/header1.xml")))
        .contains(paragraph("Top.") + paragraph("TOP."));
  }

  @Test
  void stacksTextBoxesInBothFormsAndShowsThemOnce() throws IOException {
    String box = "<w:txbxContent>%s</w:txbxContent>".formatted(paragraph("Box."));
    String text =
        """
        <w:p><w:r><w:t>A lamp.</w:t></w:r><w:r><mc:AlternateContent \
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing>%1$s\
        </w:drawing></mc:Choice><mc:Fallback><w:pict>%1$s</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"""
            .formatted(box);
    for (Layout layout : Layout.values()) {
      if (layout.isBilingual()) {
        String both = body(text, layout);
        assertThat(both.split("<mc:AlternateContent", -1)).as("%s", layout).hasSize(2);
        assertThat(both.split("Box.</w:t>", -1)).hasSize(3);
        assertThat(both.split("BOX.</w:t>", -1)).hasSize(3);
        assertThat(both.split("A LAMP.</w:t>", -1)).hasSize(2);
      }
    }
  }

  @Test
  void marksANoteOnce() throws IOException {
    String note =
        """
        <w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> A note.</w:t></w:r></w:p>\
        </w:footnote>""";
    WordFile file = new WordFile().body(paragraph("A lamp.")).story("footnotes", "footnotes", note);
    String notes = merge(file, Layout.BILINGUAL).parts().get("word/footnotes1.xml");
    assertThat(notes.split("<w:footnoteRef/>", -1)).hasSize(2);
    assertThat(notes).contains("A note.", "A NOTE.");
  }

  @Test
  void showsTrackedChangesInTheSourceAlone() throws IOException {
    String text =
        """
        <w:p><w:r><w:t xml:space="preserve">A </w:t></w:r><w:del w:id="1"><w:r><w:delText>old</w:delText></w:r></w:del>\
        <w:ins w:id="2"><w:r><w:t>new</w:t></w:r></w:ins></w:p>""";
    assertThat(body(text, Layout.BILINGUAL))
        .isEqualTo(WordMerge.bare(text) + "<w:p><w:r><w:t>A NEW</w:t></w:r></w:p>");
  }
}
