package dev.yiben.formats.format.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.pdf.MadePdf;
import dev.yiben.formats.pdf.score.FileScore;
import dev.yiben.formats.pdf.score.PdfScore;
import dev.yiben.formats.pdf.score.Thresholds;
import dev.yiben.formats.pdf.score.Translated;
import dev.yiben.formats.pdf.score.Trial;
import dev.yiben.formats.pdf.score.TrialText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample; {@code -Dsamples.update=true} makes it anew. */
final class LeafletTest {
  private static final Path SAMPLE = Path.of("../samples/leaflet.pdf");

  @TempDir private Path folder;

  @Test
  void isWhatItsMakerMakes() throws IOException {
    if (Boolean.getBoolean("samples.update")) {
      Files.write(SAMPLE, MadePdf.leaflet());
    }

    assertThat(SAMPLE).hasBinaryContent(MadePdf.leaflet());
  }

  @ParameterizedTest
  @CsvSource({"1.0, 0.9", "1.3, 0.6", "0.6, 0.4"})
  void keepsItsLooksWithTextsOfAnyLength(double length, double leastIou) throws IOException {
    Path written = folder.resolve("leaflet.pdf");
    Translated translated =
        Trial.translate(SAMPLE, written, source -> TrialText.of(source, length));

    FileScore score = PdfScore.of(SAMPLE, written, translated);

    assertThat(new Thresholds(leastIou, 0.01, 0.59).missed(score))
        .as("%s", score.allFindings())
        .isEmpty();
    assertThat(score.pages()).singleElement().matches(page -> page.blocks() > 18);
  }
}
