package dev.yiben.formats.office;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.formats.format.DocumentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OfficePackageTest {
  private static final String TYPES =
      """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.\
      relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/word/document.xml" ContentType="text/main"/></Types>""";

  @TempDir private Path folder;

  private Path file(Map<String, String> entries) throws IOException {
    Path file = folder.resolve("letter.docx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(UTF_8));
      }
    }
    return file;
  }

  private static Map<String, String> entries(String main, String target) {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("[Content_Types].xml", TYPES);
    entries.put("_rels/.rels", relationships("rId1", "officeDocument", target, ""));
    entries.put(main, "<document/>");
    return entries;
  }

  private static String relationships(String id, String type, String target, String mode) {
    return """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
        <Relationship Id="%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/\
        relationships/%s" Target="%s" %s/></Relationships>"""
        .formatted(id, type, target, mode);
  }

  @Test
  void findsTheMainPartByItsRelationship() throws IOException {
    Path file = file(entries("word/document.xml", "/word/document.xml"));

    try (OfficePackage office = OfficePackage.open(file)) {
      assertThat(office.main()).isEqualTo(new OfficePart("word/document.xml", "text/main"));
      assertThat(office.text("word/document.xml").orElseThrow().text()).isEqualTo("<document/>");
    }
  }

  @Test
  void findsPartsWhoseNamesDifferInCase() throws IOException {
    Path file = file(entries("Word/Document.xml", "word/document.xml"));

    try (OfficePackage office = OfficePackage.open(file)) {
      assertThat(office.main().name()).isEqualTo("Word/Document.xml");
    }
  }

  @Test
  void tellsRelationshipsInAndOutOfThePackage() throws IOException {
    Map<String, String> entries = entries("word/document.xml", "word/document.xml");
    entries.put(
        "word/_rels/document.xml.rels",
        relationships("rId4", "hyperlink", "https://example.org/a%20b", "TargetMode=\"External\""));

    try (OfficePackage office = OfficePackage.open(file(entries))) {
      assertThat(office.relationships("word/document.xml"))
          .containsExactly(
              new Relationship("rId4", "hyperlink", true, "https://example.org/a%20b"));
      assertThat(office.related("word/document.xml", "hyperlink")).isEmpty();
    }
  }

  @Test
  void opensAFileWhosePropertiesAreWrong() throws IOException {
    Map<String, String> entries = entries("word/document.xml", "word/document.xml");
    entries.put("docProps/core.xml", "<not-what-it-should-be>");

    try (OfficePackage office = OfficePackage.open(file(entries))) {
      assertThat(office.main().name()).isEqualTo("word/document.xml");
    }
  }

  @Test
  void refusesAPackageWithoutADocument() throws IOException {
    Path file = file(entries("word/other.xml", "word/document.xml"));

    try (OfficePackage office = OfficePackage.open(file)) {
      assertThatThrownBy(office::main)
          .isInstanceOf(DocumentException.class)
          .hasMessageContaining("letter.docx: package: has no document in it");
    }
  }

  @Test
  void refusesAZipFileThatIsNoPackage() throws IOException {
    Path file = file(Map.of("readme.txt", "hello"));

    assertThatThrownBy(() -> OfficePackage.open(file))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("not a whole Office file");
  }

  @Test
  void refusesRelationshipsThatWouldFillTheMemory() throws IOException {
    Map<String, String> entries = entries("word/document.xml", "word/document.xml");
    entries.put("word/_rels/document.xml.rels", "<a>" + "<b/>".repeat(5 << 20) + "</a>");
    Path file = file(entries);

    assertThatThrownBy(() -> OfficePackage.open(file).relationships("word/document.xml"))
        .isInstanceOf(DocumentException.class);
  }

  @Test
  void refusesWhatAPasswordProtects() throws IOException {
    Path file = container("EncryptedPackage");

    assertThatThrownBy(() -> OfficePackage.open(file))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("protected by a password; take it off");
  }

  @Test
  void refusesBinaryFilesOfOldOffices() throws IOException {
    Path file = container("WordDocument");

    assertThatThrownBy(() -> OfficePackage.open(file))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("a binary file of Office 97 to 2003; save it as .docx");
  }

  private Path container(String entry) throws IOException {
    Path file = folder.resolve("letter.docx");
    try (POIFSFileSystem container = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(file)) {
      container.createDocument(new ByteArrayInputStream(new byte[5000]), entry);
      container.writeFilesystem(out);
    }
    return file;
  }
}
