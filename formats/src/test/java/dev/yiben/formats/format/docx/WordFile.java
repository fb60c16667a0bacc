package dev.yiben.formats.format.docx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes Word documents of a few parts, for tests. */
final class WordFile {
  private static final String NAMESPACES =
      """
      xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
      xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
      xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" \
      xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
      xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
      xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
      xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
      xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" \
      xmlns:v="urn:schemas-microsoft-com:vml"\
      """;

  private final Map<String, String> parts = new LinkedHashMap<>();
  private final StringBuilder types = new StringBuilder();
  private final StringBuilder relationships = new StringBuilder();
  private String body = "";

  /** Sets the content of the body. */
  WordFile body(String markup) {
    body = markup;
    return this;
  }

  /** Adds another story, such as {@code header}, with its paragraphs. */
  WordFile story(String type, String root, String markup) {
    String name = type + (parts.size() + 1) + ".xml";
    parts.put("word/" + name, "<w:%s %s>%s</w:%s>".formatted(root, NAMESPACES, markup, root));
    types.append(
        """
        <Override PartName="/word/%s" ContentType="application/vnd.openxmlformats-officedocument.\
        wordprocessingml.%s+xml"/>"""
            .formatted(name, type));
    relationships.append(
        """
        <Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/\
        relationships/%s" Target="%s"/>"""
            .formatted(parts.size(), type, name));
    return this;
  }

  /** Returns the file. */
  byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      add(
          zip,
          "[Content_Types].xml",
          """
          <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
          <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.\
          relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>\
          <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-\
          officedocument.wordprocessingml.document.main+xml"/>%s</Types>"""
              .formatted(types));
      add(
          zip,
          "_rels/.rels",
          relationships(
              """
              <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/\
              relationships/officeDocument" Target="word/document.xml"/>"""));
      add(
          zip,
          "word/document.xml",
          "<w:document %s><w:body>%s<w:sectPr/></w:body></w:document>".formatted(NAMESPACES, body));
      add(zip, "word/_rels/document.xml.rels", relationships(relationships.toString()));
      for (Map.Entry<String, String> part : parts.entrySet()) {
        add(zip, part.getKey(), part.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static String relationships(String content) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + content
        + "</Relationships>";
  }

  private static void add(ZipOutputStream zip, String name, String content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write(content.getBytes(UTF_8));
    zip.closeEntry();
  }
}
