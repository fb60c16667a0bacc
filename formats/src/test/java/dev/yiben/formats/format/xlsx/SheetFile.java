package dev.yiben.formats.format.xlsx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes workbooks of parts as they are written, for tests. */
final class SheetFile {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml";

  private final Map<String, String> parts = new LinkedHashMap<>();
  private final Map<String, String> types = new LinkedHashMap<>();
  private final Map<String, StringBuilder> relationships = new LinkedHashMap<>();
  private final StringBuilder sheets = new StringBuilder();
  private String namespace = MAIN;
  private int sheetCount;

  /** Uses another namespace, such as that of Strict files. */
  SheetFile namespace(String other) {
    namespace = other;
    return this;
  }

  /** Adds a sheet, by its attributes besides the usual and the content of its root. */
  SheetFile sheet(String name, String attributes, String content) {
    sheetCount++;
    sheets.append(
        "<sheet name=\"%s\" sheetId=\"%d\" %s r:id=\"rId%d\"/>"
            .formatted(name, sheetCount, attributes, sheetCount));
    part("worksheets/sheet" + sheetCount + ".xml", "worksheet", content);
    relate("workbook.xml", "rId" + sheetCount, "worksheet", "worksheets/sheet%d.xml");
    return this;
  }

  /** Adds a sheet of rows. */
  SheetFile rows(String rows) {
    return sheet("Sheet" + (sheetCount + 1), "", "<sheetData>" + rows + "</sheetData>");
  }

  /** Sets the shared strings. */
  SheetFile strings(String content) {
    part("sharedStrings.xml", "sst", content);
    relate("workbook.xml", "rIdS", "sharedStrings", "sharedStrings.xml");
    return this;
  }

  /** Adds a part that the first sheet refers to. */
  SheetFile atSheet(String type, String name, String contentType, String markup) {
    parts.put("xl/" + name, markup);
    types.put("xl/" + name, contentType);
    relate("worksheets/sheet1.xml", "r" + parts.size(), type, "../" + name);
    return this;
  }

  private void part(String name, String root, String content) {
    parts.put(
        "xl/" + name,
        "<%1$s xmlns=\"%2$s\" xmlns:r=\"%3$s\">%4$s</%1$s>"
            .formatted(root, namespace, RELATIONSHIPS, content));
    types.put("xl/" + name, TYPE.formatted(root.equals("sst") ? "sharedStrings" : root));
  }

  private void relate(String part, String id, String type, String target) {
    relationships
        .computeIfAbsent(part, key -> new StringBuilder())
        .append(
            "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
                .formatted(id, RELATIONSHIPS, type, target.formatted(sheetCount)));
  }

  /** Returns the file. */
  byte[] bytes() throws IOException {
    part("workbook.xml", "workbook", "<sheets>" + sheets + "</sheets>");
    types.put("xl/workbook.xml", TYPE.formatted("sheet.main"));
    StringBuilder overrides = new StringBuilder();
    types.forEach(
        (name, type) ->
            overrides.append(
                "<Override PartName=\"/%s\" ContentType=\"%s\"/>".formatted(name, type)));
    Map<String, String> all = new LinkedHashMap<>();
    all.put(
        "[Content_Types].xml",
        """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.\
        relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>%s</Types>"""
            .formatted(overrides));
    all.put(
        "_rels/.rels",
        relationships(
            "<Relationship Id=\"rId1\" Type=\"%s/officeDocument\" Target=\"xl/workbook.xml\"/>"
                .formatted(RELATIONSHIPS)));
    all.putAll(parts);
    relationships.forEach(
        (part, content) -> {
          int name = part.lastIndexOf('/') + 1;
          all.put(
              "xl/" + part.substring(0, name) + "_rels/" + part.substring(name) + ".rels",
              relationships(content.toString()));
        });
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : all.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(part.getValue().getBytes(UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static String relationships(String content) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + content
        + "</Relationships>";
  }
}
