package dev.yiben.formats.pdf.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.yiben.formats.format.DocumentException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What real files keep with texts of several lengths.
 *
 * <p>{@code -Dyiben.pdf=FOLDER} takes the files of another folder.
 */
final class PdfCorpusTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("yiben.pdf", "../../shared/corpus/pdf"));

  /** Larger files take long and tell no more. */
  private static final int MOST_PAGES = 8;

  private static final String KOREAN_BOXES =
      "\\(d\\) smallest scale 0.53.*|1 \\(e\\) glyphs lost.*";

  /**
   * What files fall short of, told apart so that all else is held: a ligature that stands for two
   * letters of Arabic, links whose text stands twice on its page, a figure above another, a large
   * word over a drawing, and Korean labels that stand in two boxes, too small for more.
   */
  private static final Map<String, String> KNOWN =
      Map.of(
          "docling-right_to_left_03.pdf", "1 \\(e\\) glyphs lost.*",
          "pdfplumber-ag-energy-round-up-2017-02-24.pdf", ".*\\(f\\) .*",
          "pdfplumber-issue-90-example.pdf", "1 \\(e\\) glyphs lost.*",
          "pdfplumber-pdffill-demo.pdf", "0.0104 \\(c\\).*",
          "docling-skipped_1page.pdf", KOREAN_BOXES,
          "docling-skipped_2pages.pdf", KOREAN_BOXES);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"1.0, 0.9", "1.3, 0", "0.6, 0"})
  void keepsWhatPagesShow(double length, double leastIou) throws IOException {
    assumeTrue(Files.isDirectory(CORPUS), "the folder " + CORPUS + " is absent");
    List<String> faults = new ArrayList<>();
    double sum = 0;
    long blocks = 0;
    for (Path file : files()) {
      Path written = folder.resolve(file.getFileName());
      Translated translated;
      try {
        translated = Trial.translate(file, written, source -> TrialText.of(source, length));
      } catch (DocumentException e) {
        assertThat(e.getMessage()).startsWith(file.toString()).doesNotContainPattern("\\R");
        continue;
      }
      if (Files.mismatch(file, written) < 0) {
        continue;
      }
      FileScore score = PdfScore.of(file, written, translated);
      sum += score.iou() * score.sum(PageScore::blocks);
      blocks += (long) score.sum(PageScore::blocks);
      String known = KNOWN.getOrDefault(file.getFileName().toString(), "");
      List<String> missed =
          Thresholds.DEFAULT.missed(score).stream().filter(miss -> !miss.matches(known)).toList();
      if (!missed.isEmpty()) {
        faults.add(file.getFileName() + ": " + missed + " " + score.allFindings());
      }
    }
    assertThat(faults).isEmpty();
    assertThat(blocks).isPositive();
    assertThat(sum / blocks).isGreaterThan(leastIou);
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(CORPUS)) {
      return files
          .filter(file -> file.toString().endsWith(".pdf") && pages(file) <= MOST_PAGES)
          .sorted()
          .toList();
    }
  }

  private static int pages(Path file) {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      return document.getNumberOfPages();
    } catch (InvalidPasswordException e) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
