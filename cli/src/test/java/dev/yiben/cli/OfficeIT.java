package dev.yiben.cli;

import static dev.yiben.cli.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.office.LibreOffice;
import dev.yiben.formats.office.Poppler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole runs with office documents, of which LibreOffice is the judge where it is installed. */
class OfficeIT {
  private static final String COMMAND =
      "translate letter.docx --to zh --model demo --glossary glossary.yaml --report report.json"
          + " --fail-on warning";

  @TempDir private Path folder;
  private Launcher launcher;

  @BeforeEach
  void copySamples() throws IOException {
    launcher = new Launcher(folder.resolve("user"));
    for (String sample : List.of("letter.docx", "glossary.yaml")) {
      Files.copy(Launcher.samples().resolve(sample), launcher.work().resolve(sample));
    }
  }

  @Test
  void translatesTheSampleWithItsFormattingOnTheRightWords() throws IOException {
    assertThat(launcher.run(COMMAND)).succeeded().outIsPaths(Path.of("letter.zh.docx"));

    Path translation = launcher.work().resolve("letter.zh.docx");
    Document document = part(translation, "word/document.xml");
    assertThat(texts(document, "w|p"))
        .contains("来自塞尔比的一封信", "我在艾斯玛岛上生活。灯塔很老。我的朋友马洛是守塔人。", "一盏新灯")
        .allMatch(text -> !text.matches(".*[A-Za-z].*"));
    assertThat(texts(document, "w|p:has(w|footnoteReference) w|r:has(w|b)"))
        .containsExactly("艾斯玛岛", "马洛");
    assertThat(texts(document, "w|p:has(w|footnoteReference) + w|p w|r:has(w|i)"))
        .containsExactly("光");
    assertThat(texts(document, "w|hyperlink")).containsExactly("灰鸥号的钟");
    assertThat(texts(document, "w|tbl w|r:has(w|b)")).containsExactly("名字", "房子", "小船", "马洛", "奥林");
    assertThat(texts(part(translation, "word/footnotes.xml"), "w|p")).contains("艾斯玛岛是一座小小的岛。");
    Document header = part(translation, "word/header1.xml");
    assertThat(texts(header, "w|p")).containsExactly("艾斯玛岛上的灯塔");
    assertThat(header.select("w|drawing")).hasSize(1);
    assertThat(header.select("wp|docPr").attr("descr")).isEqualTo("一块礁石上的一座灯塔");
    assertThat(fates()).containsOnly(Map.entry("translated", 31L));
  }

  @Test
  void writesALetterThatLibreOfficeShowsAsItShowsTheOriginal() throws IOException {
    LibreOffice office = LibreOffice.inFolder(Files.createDirectory(folder.resolve("office")));
    assertThat(launcher.run(COMMAND)).succeeded();

    Path before = office.convert(launcher.work().resolve("letter.docx"), "pdf");
    Path after = office.convert(launcher.work().resolve("letter.zh.docx"), "pdf");

    assertThat(Poppler.pages(after)).isEqualTo(Poppler.pages(before)).isEqualTo(1);
    assertThat(Poppler.pictures(after)).isEqualTo(Poppler.pictures(before)).isEqualTo(1);
    assertThat(Poppler.text(after)).contains("马洛", "灰鸥号", "名字", "艾斯玛岛上的灯塔").doesNotContain("Marlo");
  }

  @Test
  void translatesALongDocumentInLittleMemory() throws IOException {
    launcher.with("JAVA_OPTS", "-Xmx128m");
    Path document = launcher.work().resolve("long.docx");
    LargeDocument.write(document, 300);

    assertThat(launcher.run("translate long.docx --to zh --engine echo -o same.docx")).succeeded();
    assertThat(launcher.run("translate long.docx --to zh --engine pseudo")).succeeded();

    assertThat(launcher.work().resolve("same.docx")).hasSameBinaryContentAs(document);
    Path translation = launcher.work().resolve("long.zh.docx");
    assertThat(texts(part(translation, "word/footnotes.xml"), "w|p").get(299))
        .matches("\\s?\\[.* 300\\.]");
  }

  private Map<String, Long> fates() {
    JsonNode report = new JsonMapper().readTree(launcher.work().resolve("report.json").toFile());
    Map<String, Long> fates = new TreeMap<>();
    for (JsonNode segment : report.get("documents").get(0).get("segments")) {
      fates.merge(segment.get("fate").asString(), 1L, Long::sum);
    }
    return fates;
  }

  private static List<String> texts(Document part, String elements) {
    return part.select(elements).stream()
        .map(element -> element.select("w|t"))
        .map(Elements::eachText)
        .map(texts -> String.join("", texts))
        .toList();
  }

  private static Document part(Path file, String name) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream in = zip.getInputStream(zip.getEntry(name))) {
      String markup = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Jsoup.parse(markup, "", Parser.xmlParser());
    }
  }
}
