package dev.yiben.formats.format.docx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.yiben.formats.archive.Archive;
import dev.yiben.formats.archive.ArchiveLimits;
import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.TargetLookup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ParagraphLimitsTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir private Path folder;

  /** Returns the body that is written where each text is changed. */
  private String written(String body, UnaryOperator<String> change) throws IOException {
    Path file = Files.write(folder.resolve("source.docx"), new WordFile().body(body).bytes());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Document document = new DocxFormat().open(file, FormatOptions.DEFAULT)) {
      assertThat(document.merge(targets(document, change), out)).isEmpty();
    }
    Path written = Files.write(folder.resolve("written.docx"), out.toByteArray());
    try (Archive archive = Archive.open(written, ArchiveLimits.DEFAULT)) {
      return new String(archive.read("word/document.xml").orElseThrow(), UTF_8);
    }
  }

  private static TargetLookup targets(Document document, UnaryOperator<String> change) {
    return new TargetLookup() {
      @Override
      public String targetLanguage() {
        return "fr";
      }

      @Override
      public Optional<CodedText> target(SegmentId id) {
        return document.segments().stream()
            .filter(segment -> segment.id().equals(id))
            .map(segment -> segment.source().withMarked(change.apply(segment.source().marked())))
            .findFirst();
      }
    };
  }

  @Test
  void writesNoCharactersThatXmlHasNot() throws IOException {
    assertThat(
            written(
                "<w:p><w:r><w:t>lamp</w:t></w:r></w:p>",
                text -> "la\u0001mp & <b>\uFFFF soft\u00ADhyphen\tand\nline"))
        .contains(
            "<w:t xml:space=\"preserve\">lamp &amp; &lt;b&gt; soft</w:t><w:softHyphen/>",
            "<w:t xml:space=\"preserve\">hyphen</w:t><w:tab/>",
            "<w:t xml:space=\"preserve\">and</w:t><w:br/>");
  }

  @Test
  void takesTimeInProportionToRuns() {
    StringBuilder runs = new StringBuilder("<w:p>");
    for (int i = 0; i < 4_000; i++) {
      runs.append(
          """
          <w:r><w:rPr><w:rFonts w:ascii="F%1$d"/></w:rPr><w:t xml:space="preserve">word </w:t></w:r>\
          <w:bookmarkStart w:id="%1$d" w:name="n%1$d"/><w:r><w:tab/></w:r>\
          <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>\
          <w:bookmarkEnd w:id="%1$d"/>"""
              .formatted(i));
    }
    String end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    assertTimeoutPreemptively(
        LIMIT, () -> written(runs + end.repeat(2_000) + "</w:p>", text -> text + "!"));
  }

  @Test
  void readsDeepNesting() {
    String body =
        "<w:p>"
            + "<w:hyperlink w:anchor=\"a\"><w:r><w:t>in</w:t></w:r>".repeat(200)
            + "</w:hyperlink>".repeat(200)
            + "</w:p>";
    String boxes =
        "<w:p><w:r><w:t>box</w:t><w:pict><v:textbox><w:txbxContent>".repeat(80)
            + "</w:txbxContent></v:textbox></w:pict></w:r></w:p>".repeat(80);

    assertTimeoutPreemptively(
        LIMIT,
        () ->
            assertThat(written(body + boxes, text -> text.replace("in", "un").replace("box", "b")))
                .contains("<w:t xml:space=\"preserve\">un</w:t>", ">b</w:t>")
                .doesNotContain(">in<", ">box<"));
  }
}
