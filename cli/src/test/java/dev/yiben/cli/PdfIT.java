package dev.yiben.cli;

import static dev.yiben.cli.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.office.Poppler;
import dev.yiben.formats.pdf.MadePdf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole runs with PDF files, of which poppler is the judge where it is installed. */
class PdfIT {
  private static final int PAGES = 500;

  @TempDir private Path folder;
  private Launcher launcher;

  @BeforeEach
  void copySamples() throws IOException {
    launcher = new Launcher(folder.resolve("user"));
    for (String sample : List.of("leaflet.pdf", "glossary.yaml")) {
      Files.copy(Launcher.samples().resolve(sample), launcher.work().resolve(sample));
    }
  }

  @Test
  void translatesTheSampleInItsPlace() {
    assertThat(
            launcher.run(
                "translate leaflet.pdf --to zh --model demo --glossary glossary.yaml --report"
                    + " report.json --fail-on warning"))
        .succeeded()
        .outIsPaths(Path.of("leaflet.zh.pdf"));

    assertThat(fates().keySet()).containsExactly("reused", "skipped", "translated");
    Path source = launcher.work().resolve("leaflet.pdf");
    Path translation = launcher.work().resolve("leaflet.zh.pdf");
    assertThat(Poppler.pages(translation)).isEqualTo(1);
    assertThat(Poppler.pictures(translation)).isEqualTo(Poppler.pictures(source));
    assertThat(Poppler.text(translation))
        .contains("艾斯玛岛上的灯塔", "暴风雨", "马洛", "灰鸥号", "名字")
        .doesNotContainPattern("[A-Za-z]{3}");
  }

  @Test
  void scoresTheSampleWithTheDemoModel() {
    assertThat(
            launcher.run(
                "translate score leaflet.pdf --to zh --model demo --glossary glossary.yaml"))
        .succeeded()
        .outContains("leaflet.pdf");
  }

  @Test
  void scoresAFolderWithTextsThatAreLonger() {
    assertThat(launcher.run("translate score . --to fr --length 130 --json"))
        .succeeded()
        .outContains("\"iou\"");
    assertThat(launcher.run("translate score leaflet.pdf --to fr --length 100 --least-iou 100"))
        .endedWith(ExitCode.INCOMPLETE);
  }

  @Test
  void readsAndWritesALongBookInLittleMemory() throws IOException {
    launcher.with("JAVA_OPTS", "-Xmx1g");
    Path book = Files.write(launcher.work().resolve("book.pdf"), MadePdf.book(PAGES));

    assertThat(launcher.run("translate book.pdf --to zh --engine echo -o same.pdf")).succeeded();
    assertThat(launcher.run("translate book.pdf --to fr --engine pseudo")).succeeded();

    assertThat(launcher.work().resolve("same.pdf")).hasSameBinaryContentAs(book);
    assertThat(Poppler.pages(launcher.work().resolve("book.fr.pdf"))).isEqualTo(PAGES);
  }

  private Map<String, Long> fates() {
    JsonNode report = new JsonMapper().readTree(launcher.work().resolve("report.json").toFile());
    Map<String, Long> fates = new TreeMap<>();
    for (JsonNode segment : report.get("documents").get(0).get("segments")) {
      fates.merge(segment.get("fate").asString(), 1L, Long::sum);
    }
    return fates;
  }
}
