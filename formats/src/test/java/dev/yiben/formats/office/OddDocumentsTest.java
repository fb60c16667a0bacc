package dev.yiben.formats.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.formats.document.Segment;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents that are protected, old, damaged, strict or otherwise not what most are. */
final class OddDocumentsTest {
  private static final Map<String, String> MAIN_PARTS =
      Map.of(
          "poi-document.docx",
          "word/document.xml",
          "poi-workbook.xlsx",
          "xl/workbook.xml",
          "poi-slides.pptx",
          "ppt/presentation.xml");

  @TempDir private Path folder;

  private void assertRefused(String name, byte[] content, String... reasons) throws IOException {
    Path file = Files.write(folder.resolve(name), content);
    assertThatThrownBy(() -> DocumentJudge.open(file).close())
        .as(name)
        .isInstanceOf(DocumentException.class)
        .message()
        .startsWith(file.toString())
        .contains(reasons)
        .doesNotContainPattern("\\R");
  }

  @Test
  void refusesWhatIsProtectedByAPassword() throws IOException, GeneralSecurityException {
    for (Map.Entry<String, byte[]> document : PoiDocuments.all().entrySet()) {
      assertRefused(
          document.getKey(),
          PoiDocuments.protectedBy("pass", document.getValue()),
          "protected by a password",
          "take it off");
    }
  }

  @Test
  void refusesOldBinaryFilesByAnyName() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      workbook.createSheet("Old").createRow(0).createCell(0).setCellValue("Old");
      workbook.write(out);
    }
    for (String name : List.of("old.xls", "old.doc", "old.ppt", "old.docx")) {
      assertRefused(name, out.toByteArray(), "a binary file of Office 97 to 2003", "save it as");
    }
  }

  @Test
  void refusesDamagedDocuments() throws IOException {
    for (Map.Entry<String, byte[]> document : PoiDocuments.all().entrySet()) {
      String name = document.getKey();
      byte[] content = document.getValue();
      String main = MAIN_PARTS.get(name);
      assertRefused(name, Arrays.copyOf(content, content.length / 2), "not a whole zip file");
      assertRefused(name, PackedParts.of(content).without("[Content_Types].xml").pack(), "package");
      assertRefused(name, PackedParts.of(content).without(main).pack(), "package");
      assertRefused(name, PackedParts.of(content).without("_rels/.rels").pack(), "package");
      assertRefused(
          name,
          PackedParts.of(content).with(main, xml -> xml.substring(0, xml.length() / 2)).pack(),
          main);
      assertRefused(
          name,
          PackedParts.of(content)
              .with(
                  main,
                  xml ->
                      xml.replaceFirst(
                          "<(\\w+:)?(document|workbook|p)", "<!DOCTYPE a [<!ENTITY b \"c\">]>$0"))
              .pack(),
          main,
          "document type declaration");
    }
  }

  @Test
  void leavesAPartThatIsNotWellFormedAsItIs() throws IOException {
    byte[] torn =
        PackedParts.of(PoiDocuments.document())
            .with("word/header1.xml", xml -> xml.replace("</w:hdr>", ""))
            .pack();
    Path file = Files.write(folder.resolve("torn.docx"), torn);
    try (Document document = DocumentJudge.open(file)) {
      assertThat(document.segments())
          .extracting(segment -> segment.source().plainText())
          .contains("A strong wind");
      assertThat(document.notices()).anyMatch(notice -> notice.startsWith("word/header1.xml: "));
    }
    DocumentJudge.assertIdentity(file);
    DocumentJudge.translated(file, folder.resolve("translated.docx"));
  }

  @Test
  void readsStrictDocumentsAsItReadsOthers() throws IOException {
    for (Map.Entry<String, byte[]> document : PoiDocuments.all().entrySet()) {
      Path usual = Files.write(folder.resolve("usual-" + document.getKey()), document.getValue());
      Path strict =
          Files.write(
              folder.resolve(document.getKey()),
              PackedParts.of(document.getValue()).strict().pack());

      DocumentJudge.assertIdentity(strict);
      DocumentJudge.translated(strict, folder.resolve("translated-" + document.getKey()));
      assertThat(texts(strict)).isEqualTo(texts(usual));
    }
  }

  private static List<String> texts(Path file) {
    try (Document document = DocumentJudge.open(file)) {
      return document.segments().stream()
          .map(Segment::source)
          .map(source -> source.marked())
          .toList();
    }
  }

  @Test
  void writesStrictDocumentsThatLibreOfficeOpens() throws IOException {
    LibreOffice office = LibreOffice.inFolder(Files.createDirectory(folder.resolve("office")));
    Path strict =
        Files.write(
            folder.resolve("strict.docx"), PackedParts.of(PoiDocuments.document()).strict().pack());
    Path translated = DocumentJudge.translated(strict, folder.resolve("translated.docx"));

    assertThat(Poppler.text(office.convert(translated, "pdf"))).contains("Móndáy", "stróng");
  }
}
