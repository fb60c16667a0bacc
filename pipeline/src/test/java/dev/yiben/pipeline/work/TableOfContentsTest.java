package dev.yiben.pipeline.work;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.FormatRegistry;
import dev.yiben.formats.format.docx.DocxFormat;
import dev.yiben.glossary.Glossary;
import dev.yiben.pipeline.DocumentResult;
import dev.yiben.pipeline.Fate;
import dev.yiben.pipeline.InputFile;
import dev.yiben.pipeline.OnExists;
import dev.yiben.pipeline.ProgressListener;
import dev.yiben.pipeline.SamplingSettings;
import dev.yiben.pipeline.TranslationJob;
import dev.yiben.pipeline.TranslationSettings;
import dev.yiben.pipeline.prompt.PromptProfiles;
import dev.yiben.pipeline.testing.Chinese;
import dev.yiben.pipeline.testing.ScriptedEngine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines of a Word document's table of contents read as their headings do, also translated. */
class TableOfContentsTest {
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private static final Map<String, String> PARTS =
      Map.of(
          "[Content_Types].xml",
          """
          <Types xmlns="%scontent-types"><Default Extension="rels" ContentType=\
          "application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" \
          ContentType="application/xml"/></Types>"""
              .formatted(PACKAGE),
          "_rels/.rels",
          """
          <Relationships xmlns="%srelationships"><Relationship Id="a" Type="%sofficeDocument" \
          Target="word/document.xml"/></Relationships>"""
              .formatted(PACKAGE, OFFICE),
          "word/document.xml",
          """
          <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>\
          <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\h</w:instrText></w:r>\
          <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:hyperlink w:anchor="_Toc1"><w:r><w:rPr>\
          <w:rStyle w:val="Hyperlink"/></w:rPr><w:t>1.</w:t></w:r><w:r><w:tab/></w:r><w:r><w:rPr>\
          <w:rStyle w:val="Hyperlink"/></w:rPr><w:t xml:space="preserve">The lamp of </w:t></w:r><w:r>\
          <w:rPr><w:rStyle w:val="Hyperlink"/><w:i/></w:rPr><w:t>Esma</w:t></w:r><w:r><w:tab/></w:r>\
          <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF _Toc1</w:instrText></w:r>\
          <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r>\
          <w:fldChar w:fldCharType="end"/></w:r></w:hyperlink></w:p><w:p><w:r>\
          <w:fldChar w:fldCharType="end"/></w:r></w:p>\
          <w:p><w:r><w:t>It burns.</w:t></w:r></w:p>\
          <w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:bookmarkStart w:id="1" w:name="_Toc1"/>\
          <w:r><w:t xml:space="preserve">The lamp of </w:t></w:r><w:r><w:rPr><w:i/></w:rPr>\
          <w:t>Esma</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p></w:body></w:document>""");

  @TempDir private Path folder;

  @Test
  void asksOnceForAHeadingAndItsLine() throws IOException, InterruptedException {
    ScriptedEngine engine = new ScriptedEngine(Chinese::answer);

    DocumentResult result = translated(engine);

    assertThat(result.segments())
        .extracting(segment -> segment.segment().source().marked())
        .containsExactly("The lamp of ⟦1⟧Esma⟦/1⟧", "It burns.", "The lamp of ⟦1⟧Esma⟦/1⟧");
    assertThat(result.segments().get(0).target().marked())
        .isEqualTo(result.segments().get(2).target().marked());
    assertThat(result.count(Fate.REUSED)).isEqualTo(1);
    assertThat(engine.askedTexts().stream().flatMap(List::stream)).hasSize(2);
    assertThat(written()).contains(">1.</w:t>", "PAGEREF _Toc1", ">2</w:t>");
  }

  private DocumentResult translated(ScriptedEngine engine)
      throws IOException, InterruptedException {
    Path document = folder.resolve("a.docx");
    try (OutputStream out = Files.newOutputStream(document);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : PARTS.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(UTF_8));
        zip.closeEntry();
      }
    }
    TranslationSettings settings =
        new TranslationSettings(
            Optional.of("en"),
            "zh",
            Glossary.empty(),
            TranslationSettings.DEFAULT_CONTEXT_SEGMENTS,
            0,
            Map.of(),
            SamplingSettings.ofProfile(),
            PromptProfiles.bundled(),
            false,
            false);
    TranslationJob job =
        new TranslationJob(
            List.of(new InputFile(document, folder.resolve("b.docx"), Optional.of("docx"))),
            settings,
            FormatOptions.DEFAULT,
            folder.resolve("job"),
            OnExists.FAIL,
            false,
            1);
    return new Translator(new FormatRegistry(List.of(new DocxFormat())), engine)
        .translate(job, ProgressListener.NONE)
        .documents()
        .get(0);
  }

  private String written() throws IOException {
    try (ZipFile zip = new ZipFile(folder.resolve("b.docx").toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry("word/document.xml")).readAllBytes(), UTF_8);
    }
  }
}
