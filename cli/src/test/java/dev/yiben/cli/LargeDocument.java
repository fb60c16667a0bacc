package dev.yiben.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes large Word documents, cut into runs as Word cuts them; the same for the same numbers. */
public final class LargeDocument {
  private static final int PAGE_CHARACTERS = 2_000;
  private static final int RUN_CHARACTERS = 60;
  private static final String XML =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String NAMESPACE =
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  private static final String RELATION =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private static final String STYLES =
      """
      <w:styles %s>
      <w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
      <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
      <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>\
      <w:basedOn w:val="Normal"/><w:pPr><w:pageBreakBefore/><w:outlineLvl w:val="0"/></w:pPr>\
      <w:rPr><w:b/></w:rPr></w:style>
      </w:styles>
      """
          .formatted(NAMESPACE);

  private static final String TABLE =
      """
      <w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>\
      <w:tblGrid><w:gridCol w:w="4500"/><w:gridCol w:w="4500"/></w:tblGrid>
      <w:tr><w:tc><w:p><w:r><w:t>Row %1$d</w:t></w:r></w:p></w:tc>\
      <w:tc><w:p><w:r><w:t>What it holds</w:t></w:r></w:p></w:tc></w:tr>
      </w:tbl>
      """;

  private static final String FOOTNOTE =
      """
      <w:footnote w:id="%1$d"><w:p><w:r><w:footnoteRef/></w:r>\
      <w:r><w:t xml:space="preserve"> A note on page %1$d.</w:t></w:r></w:p></w:footnote>
      """;

  private final StringBuilder body = new StringBuilder();
  private int runs;

  private LargeDocument() {}

  /**
   * Writes a document.
   *
   * @param pages how many pages of A4 or Letter it has, each with a heading, some paragraphs of
   *     formatted runs, a table of one row and a footnote
   */
  public static void write(Path file, int pages) throws IOException {
    List<String> paragraphs =
        List.of(LargeBook.plain(pages * PAGE_CHARACTERS).strip().split("\n\n", -1));
    LargeDocument document = new LargeDocument();
    StringBuilder footnotes = new StringBuilder();
    for (int page = 1; page <= pages; page++) {
      document.page(
          page,
          paragraphs.subList(
              paragraphs.size() * (page - 1) / pages, paragraphs.size() * page / pages));
      footnotes.append(FOOTNOTE.formatted(page));
    }
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      add(zip, "[Content_Types].xml", contentTypes());
      add(zip, "_rels/.rels", relations(List.of("officeDocument word/document.xml")));
      add(
          zip,
          "word/document.xml",
          "<w:document %s><w:body>\n%s<w:sectPr/></w:body></w:document>\n"
              .formatted(NAMESPACE, document.body));
      add(
          zip,
          "word/_rels/document.xml.rels",
          relations(List.of("styles styles.xml", "footnotes footnotes.xml")));
      add(zip, "word/styles.xml", STYLES);
      add(
          zip,
          "word/footnotes.xml",
          "<w:footnotes %s>\n%s</w:footnotes>\n".formatted(NAMESPACE, footnotes));
    }
  }

  private void page(int page, List<String> paragraphs) {
    body.append("<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr>");
    run("", "Chapter " + page);
    body.append("</w:p>\n").append(TABLE.formatted(page));
    for (int i = 0; i < paragraphs.size(); i++) {
      body.append("<w:p w:rsidR=\"00AB12CD\" w:rsidRDefault=\"00AB12CD\">");
      runs(paragraphs.get(i));
      if (i == 0) {
        body.append("<w:r><w:footnoteReference w:id=\"").append(page).append("\"/></w:r>");
      }
      body.append("</w:p>\n");
    }
  }

  private void runs(String text) {
    for (int start = 0; start < text.length(); start += RUN_CHARACTERS) {
      String properties =
          switch (++runs % 10) {
            case 3 -> "<w:b/>";
            case 6 -> "<w:i/>";
            case 8 -> "<w:lang w:val=\"en-GB\"/>";
            default -> "";
          };
      run(properties, text.substring(start, Math.min(text.length(), start + RUN_CHARACTERS)));
    }
  }

  private void run(String properties, String text) {
    body.append("<w:r w:rsidRPr=\"00%06X\">".formatted(runs));
    if (!properties.isEmpty()) {
      body.append("<w:rPr>").append(properties).append("</w:rPr>");
    }
    body.append("<w:t xml:space=\"preserve\">").append(text).append("</w:t></w:r>");
  }

  private static String contentTypes() {
    StringBuilder types =
        new StringBuilder(
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\""
                + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
    for (String part : List.of("document.main", "styles", "footnotes")) {
      types.append(
          "<Override PartName=\"/word/%s.xml\" ContentType=\"%s%s+xml\"/>"
              .formatted(part.replace(".main", ""), WORD, part));
    }
    return types.append("</Types>\n").toString();
  }

  /**
   * Returns the relations of a part.
   *
   * @param targets the type of each and, after a space, its part
   */
  private static String relations(List<String> targets) {
    List<String> relations = new ArrayList<>();
    for (String target : targets) {
      String[] words = target.split(" ", -1);
      relations.add(
          "<Relationship Id=\"rId%d\" Type=\"%s%s\" Target=\"%s\"/>"
              .formatted(relations.size() + 1, RELATION, words[0], words[1]));
    }
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + String.join("", relations)
        + "</Relationships>\n";
  }

  private static void add(ZipOutputStream zip, String name, String content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write((XML + content).getBytes(UTF_8));
  }
}
