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
      List<String> missed = new Thresholds(0, 0.03, 0.59).missed(score);
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
