package dev.yiben.formats.format.docx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.OfficeOptions;
import dev.yiben.formats.format.Revisions;
import dev.yiben.formats.xml.XmlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tracked changes (ISO/IEC 29500-1, 17.13.5) in what is translated. */
final class TrackedChangesTest {
  private static final String BY =
      "w:id=\"1\" w:author=\"Ann Lee\" w:date=\"2020-01-02T03:04:05Z\"";
  private static final String INSIDE_WORD =
      """
      <w:p><w:r><w:t xml:space="preserve">The colo</w:t></w:r><w:ins %1$s><w:r><w:t>u</w:t></w:r></w:ins>\
      <w:r><w:t xml:space="preserve">r of </w:t></w:r><w:del %1$s><w:r><w:delText>th</w:delText></w:r></w:del>\
      <w:r><w:t>a lamp</w:t></w:r></w:p>"""
          .formatted(BY);

  @TempDir private Path folder;

  private WordMerge merge(String body, Revisions revisions) throws IOException {
    Path file = folder.resolve("changes.docx");
    Files.write(file, new WordFile().body(body).bytes());
    OfficeOptions office =
        new OfficeOptions(revisions, false, false, false, false, OfficeOptions.DEFAULT.cells());
    return WordMerge.of(file, FormatOptions.DEFAULT.with(office), TrackedChangesTest::upper);
  }

  /** Returns marked text in capital letters. */
  static String upper(String marked) {
    Matcher text = Pattern.compile("[^⟦⟧]+(?![^⟦]*⟧)").matcher(marked);
    return text.replaceAll(match -> match.group().toUpperCase(Locale.ROOT));
  }

  @Test
  void translatesTheAcceptedViewOfAWordWithAnInsertionInIt() throws IOException {
    WordMerge merged = merge(INSIDE_WORD, Revisions.ACCEPT);
    assertThat(merged.sources()).containsExactly("The colour of a lamp");
    assertThat(merged.body()).isEqualTo("<w:p><w:r><w:t>THE COLOUR OF A LAMP</w:t></w:r></w:p>");
    assertThat(merged.coverage().outside()).containsEntry("revision", 2L);
    assertThat(merged.notices())
        .containsExactly(
            "tracked changes: 1 insertion, 1 deletion by Ann Lee; accepted where text is"
                + " translated, left elsewhere");
  }

  @Test
  void translatesTheViewBeforeTheChanges() throws IOException {
    WordMerge merged = merge(INSIDE_WORD, Revisions.REJECT);
    assertThat(merged.sources()).containsExactly("The color of tha lamp");
    assertThat(merged.body()).isEqualTo("<w:p><w:r><w:t>THE COLOR OF THA LAMP</w:t></w:r></w:p>");
    assertThat(merged.coverage().outside()).containsEntry("revision", 1L);
  }

  @Test
  void joinsParagraphsWhoseMarkIsDeleted() throws IOException {
    String body =
        """
        <w:p><w:pPr><w:pStyle w:val="A"/><w:rPr><w:del %1$s/></w:rPr></w:pPr><w:r><w:t>One</w:t></w:r></w:p>\
        <w:bookmarkStart w:id="7" w:name="here"/>\
        <w:p><w:pPr><w:pStyle w:val="B"/><w:pPrChange %1$s><w:pPr/></w:pPrChange></w:pPr><w:r>\
        <w:t xml:space="preserve"> lamp</w:t></w:r><w:bookmarkEnd w:id="7"/></w:p>"""
            .formatted(BY);
    WordMerge accepted = merge(body, Revisions.ACCEPT);
    assertThat(accepted.sources()).hasSize(1);
    assertThat(accepted.sources().get(0).replaceAll("⟦[^⟧]*⟧", "")).isEqualTo("One lamp");
    assertThat(accepted.body())
        .startsWith("<w:p><w:pPr><w:pStyle w:val=\"B\"/></w:pPr>")
        .contains("<w:bookmarkStart w:id=\"7\" w:name=\"here\"/>")
        .contains("ONE")
        .contains("<w:bookmarkEnd w:id=\"7\"/>")
        .doesNotContain("w:del", "\"A\"");
    WordMerge rejected = merge(body, Revisions.REJECT);
    assertThat(rejected.sources()).containsExactly("One", "lamp");
    assertThat(rejected.body()).contains("<w:pStyle w:val=\"A\"/>").doesNotContain("\"B\"");
  }

  @Test
  void joinsAParagraphWithAnEmptyOneThatFollows() throws IOException {
    String body =
        """
        <w:p><w:pPr><w:pStyle w:val="A"/><w:rPr><w:del %1$s/></w:rPr></w:pPr><w:r><w:t>One</w:t></w:r></w:p>\
        <w:p w:rsidR="01"/>"""
            .formatted(BY);
    assertThat(merge(body, Revisions.ACCEPT).body())
        .isEqualTo("<w:p w:rsidR=\"01\"><w:r><w:t>ONE</w:t></w:r></w:p>");
  }

  @Test
  void leavesDeletedParagraphsAndRowsAsTheyAre() throws IOException {
    String gone =
        """
        <w:p><w:pPr><w:rPr><w:del %1$s/></w:rPr></w:pPr><w:del %1$s><w:r><w:delText>Gone</w:delText></w:r></w:del></w:p>"""
            .formatted(BY);
    String row =
        """
        <w:tr><w:trPr><w:del %1$s/></w:trPr><w:tc><w:p><w:r><w:t>A row</w:t></w:r></w:p></w:tc></w:tr>"""
            .formatted(BY);
    String body =
        "%s<w:p><w:r><w:t>Stays</w:t></w:r></w:p><w:tbl>%s</w:tbl><w:p/>".formatted(gone, row);
    WordMerge merged = merge(body, Revisions.ACCEPT);
    assertThat(merged.sources()).containsExactly("Stays");
    assertThat(merged.body())
        .isEqualTo(gone + "<w:p><w:r><w:t>STAYS</w:t></w:r></w:p><w:tbl>" + row + "</w:tbl><w:p/>");
    assertThat(merged.coverage().outside()).containsEntry("revision", 8L);
  }

  @Test
  void translatesTextWhereItWasMovedTo() throws IOException {
    String body =
        """
        <w:p><w:moveFromRangeStart w:id="3" w:name="move1"/><w:moveFrom %1$s><w:r><w:t>Moved.</w:t></w:r></w:moveFrom>\
        <w:moveFromRangeEnd w:id="3"/><w:r><w:t>First.</w:t></w:r></w:p>\
        <w:p><w:r><w:t xml:space="preserve">Second. </w:t></w:r><w:moveToRangeStart w:id="4" w:name="move1"/>\
        <w:moveTo %1$s><w:r><w:t>Moved.</w:t></w:r></w:moveTo><w:moveToRangeEnd w:id="4"/></w:p>"""
            .formatted(BY);
    WordMerge accepted = merge(body, Revisions.ACCEPT);
    assertThat(accepted.sources()).containsExactly("First.", "Second. Moved.");
    assertThat(accepted.body())
        .isEqualTo(
            "<w:p><w:r><w:t>FIRST.</w:t></w:r></w:p><w:p><w:r><w:t>SECOND. MOVED.</w:t></w:r></w:p>");
    WordMerge rejected = merge(body, Revisions.REJECT);
    assertThat(rejected.sources()).containsExactly("Moved.First.", "Second.");
  }

  @Test
  void takesTheLookThatTheViewHas() throws IOException {
    String body =
        """
        <w:p><w:r><w:t xml:space="preserve">A plain </w:t></w:r><w:r><w:rPr><w:b/><w:rPrChange %1$s><w:rPr><w:i/></w:rPr>\
        </w:rPrChange></w:rPr><w:t>lamp</w:t></w:r></w:p>"""
            .formatted(BY);
    assertThat(merge(body, Revisions.ACCEPT).body())
        .isEqualTo(
            "<w:p><w:r><w:t>A PLAIN </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>LAMP</w:t></w:r></w:p>");
    assertThat(merge(body, Revisions.REJECT).body())
        .isEqualTo(
            "<w:p><w:r><w:t>A PLAIN </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>LAMP</w:t></w:r></w:p>");
  }

  @Test
  void keepsChangesAroundWholeWords() throws IOException {
    WordMerge merged = merge(INSIDE_WORD, Revisions.KEEP);
    assertThat(merged.sources()).containsExactly("The ⟦1⟧colour⟦/1⟧ of ⟦2⟧a lamp");
    assertThat(merged.body())
        .isEqualTo(
            """
            <w:p><w:r><w:t>THE </w:t></w:r><w:ins %1$s><w:r><w:t>COLOUR</w:t></w:r></w:ins>\
            <w:r><w:t> OF </w:t></w:r><w:del %1$s><w:r><w:delText>th</w:delText></w:r></w:del>\
            <w:r><w:t>A LAMP</w:t></w:r></w:p>"""
                .formatted(BY));
    assertThat(merged.coverage().outside()).containsEntry("revision", 2L);
  }

  @Test
  void keepsTwoInsertionsInAWordAsOne() throws IOException {
    String body =
        """
        <w:p><w:r><w:t>c</w:t></w:r><w:ins %1$s><w:r><w:t>o</w:t></w:r></w:ins><w:r><w:t>l</w:t></w:r>\
        <w:ins %1$s><w:r><w:t xml:space="preserve">our of</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> a</w:t></w:r>\
        <w:ins %1$s><w:r><w:t xml:space="preserve"> </w:t></w:r></w:ins><w:r><w:t>lamp</w:t></w:r></w:p>"""
            .formatted(BY);
    WordMerge merged = merge(body, Revisions.KEEP);
    assertThat(merged.sources()).containsExactly("⟦1⟧colour⟦/1⟧⟦2⟧ of⟦/2⟧ a lamp");
  }

  @Test
  void keepsAMoveAsAnInsertionAndADeletion() throws IOException {
    String body =
        """
        <w:p><w:moveFromRangeStart w:id="3" w:name="move1"/><w:moveFrom %1$s><w:r><w:t>Moved.</w:t></w:r></w:moveFrom>\
        <w:moveFromRangeEnd w:id="3"/><w:r><w:t xml:space="preserve">First. </w:t></w:r>\
        <w:moveTo %1$s><w:r><w:t>Moved.</w:t></w:r></w:moveTo></w:p>"""
            .formatted(BY);
    WordMerge merged = merge(body, Revisions.KEEP);
    assertThat(merged.sources()).containsExactly("First. ⟦1⟧Moved.⟦/1⟧");
    assertThat(merged.body())
        .isEqualTo(
            """
            <w:p><w:del %1$s><w:r><w:delText>Moved.</w:delText></w:r></w:del><w:r><w:t>FIRST. </w:t></w:r>\
            <w:ins %1$s><w:r><w:t>MOVED.</w:t></w:r></w:ins></w:p>"""
                .formatted(BY));
  }

  @Test
  void keepsInsertionsThatHoldFieldsAndLinks() throws IOException {
    String body =
        """
        <w:p><w:r><w:t xml:space="preserve">See </w:t></w:r><w:ins %1$s><w:hyperlink w:anchor="x"><w:r><w:t>the la</w:t></w:r>\
        </w:hyperlink></w:ins><w:hyperlink w:anchor="y"><w:r><w:t>mp</w:t></w:r><w:ins %1$s><w:r><w:t>s</w:t></w:r></w:ins></w:hyperlink>\
        <w:ins %1$s><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:ins>\
        <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:ins %1$s><w:r><w:t>3</w:t></w:r>\
        <w:r><w:fldChar w:fldCharType="end"/></w:r></w:ins></w:p>"""
            .formatted(BY);
    WordMerge merged = merge(body, Revisions.KEEP);
    String written = merged.body();
    // It is read again, so it is well-formed.
    assertThat(XmlText.read("<x>" + written + "</x>").root().children()).hasSize(1);
    assertThat(written.replaceAll("<[^>]*>", "")).isEqualTo("SEE THE LAMPSPAGE3");
  }

  @Test
  void takesThePropertiesOfParagraphsThatTheViewHas() throws IOException {
    String body =
        """
        <w:p><w:pPr><w:jc w:val="right"/><w:rPr><w:b/><w:rPrChange %1$s><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr>\
        <w:pPrChange %1$s><w:pPr><w:keepNext/></w:pPr></w:pPrChange></w:pPr><w:r><w:t>A lamp</w:t></w:r></w:p>"""
            .formatted(BY);
    assertThat(merge(body, Revisions.ACCEPT).body())
        .startsWith("<w:p><w:pPr><w:jc w:val=\"right\"/><w:rPr><w:b/></w:rPr></w:pPr><w:r>");
    assertThat(merge(body, Revisions.REJECT).body())
        .startsWith("<w:p><w:pPr><w:keepNext/><w:rPr><w:i/></w:rPr></w:pPr><w:r>");
  }

  @Test
  void restoresDeletedFields() throws IOException {
    String body =
        """
        <w:p><w:r><w:t xml:space="preserve">Page </w:t></w:r><w:del %1$s><w:r><w:fldChar w:fldCharType="begin"/></w:r>\
        <w:r><w:delInstrText>PAGE</w:delInstrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:del>\
        <w:r><w:t xml:space="preserve"> here</w:t></w:r></w:p>"""
            .formatted(BY);
    assertThat(merge(body, Revisions.REJECT).body())
        .contains("<w:instrText>PAGE</w:instrText>")
        .doesNotContain("delInstrText", "w:del ");
  }
}
