package dev.yiben.formats.format.docx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes packages of any parts and relationships, for tests of what parts a document has. */
final class WordPackage {
  static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  static final String NAMESPACES =
      """
      xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
      xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
      xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
      xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
      xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" \
      xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
      xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"\
      """;

  private static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private final Map<String, String> parts = new LinkedHashMap<>();
  private final Map<String, StringBuilder> relationships = new LinkedHashMap<>();
  private final StringBuilder types = new StringBuilder();
  private String namespace = "";

  /** Returns a package with a body, in the usual places. */
  static WordPackage of(String body) {
    return new WordPackage().main("word/document.xml", TYPE + "document.main+xml", body);
  }

  /** Adds the main part. */
  WordPackage main(String name, String contentType, String body) {
    relate("", "officeDocument", name);
    return part(name, contentType, "document", "<w:body>" + body + "<w:sectPr/></w:body>");
  }

  /** Makes all of it strict. */
  WordPackage strict() {
    namespace = "http://purl.oclc.org/ooxml/";
    return this;
  }

  /** Adds a part in the namespace of WordprocessingML. */
  WordPackage part(String name, String contentType, String root, String content) {
    return raw(
        name, contentType, "<w:%1$s %2$s>%3$s</w:%1$s>".formatted(root, NAMESPACES, content));
  }

  /** Adds a story or the like, with a relationship from another part. */
  WordPackage part(String from, String type, String name, String root, String content) {
    relate(from, type, name);
    return part(name, TYPE + type + "+xml", root, content);
  }

  /** Adds any part. */
  WordPackage raw(String name, String contentType, String content) {
    parts.put(name, content);
    types.append("<Override PartName=\"/%s\" ContentType=\"%s\"/>".formatted(name, contentType));
    return this;
  }

  /** Adds a relationship; its id is {@code rId} with its number among those of the part. */
  WordPackage relate(String from, String type, String target) {
    StringBuilder own = relationships.computeIfAbsent(from, key -> new StringBuilder());
    int number = own.toString().split("<Relationship ", -1).length;
    own.append(
        "<Relationship Id=\"rId%d\" Type=\"%s\" Target=\"/%s\"/>"
            .formatted(number, type.contains(":") ? type : RELATIONSHIPS + type, target));
    return this;
  }

  /** Writes the package. */
  Path write(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      add(
          zip,
          "[Content_Types].xml",
          """
          <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
          <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.\
          relationships+xml"/><Default Extension="png" ContentType="image/png"/>%s</Types>"""
              .formatted(types));
      for (Map.Entry<String, StringBuilder> entry : relationships.entrySet()) {
        int slash = entry.getKey().lastIndexOf('/') + 1;
        String folder = entry.getKey().substring(0, slash);
        add(
            zip,
            folder + "_rels/" + entry.getKey().substring(slash) + ".rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + namespaces(entry.getValue().toString())
                + "</Relationships>");
      }
      for (Map.Entry<String, String> part : parts.entrySet()) {
        add(zip, part.getKey(), namespaces(part.getValue()));
      }
    }
    return file;
  }

  private String namespaces(String content) {
    return namespace.isEmpty()
        ? content
        : content.replaceAll(
            "http://schemas.openxmlformats.org/(wordprocessingml|drawingml|officeDocument)/2006",
            namespace + "$1");
  }

  private static void add(ZipOutputStream zip, String name, String content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write(content.getBytes(UTF_8));
    zip.closeEntry();
  }
}
