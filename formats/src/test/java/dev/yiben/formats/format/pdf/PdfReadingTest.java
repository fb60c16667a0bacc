package dev.yiben.formats.format.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.Segment;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.pdf.layout.TypedPdf;
import dev.yiben.formats.pdf.score.Translated;
import dev.yiben.formats.pdf.score.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfReadingTest {
  @TempDir private Path folder;
  private final TypedPdf pdf = new TypedPdf();

  @AfterEach
  void close() throws IOException {
    pdf.close();
  }

  private List<Segment> segments() throws IOException {
    Path file = pdf.save(folder.resolve("made.pdf"));
    try (Document document = new PdfFormat().open(file, FormatOptions.DEFAULT)) {
      return document.segments();
    }
  }

  private List<String> sources() throws IOException {
    return segments().stream().map(segment -> segment.source().marked()).toList();
  }

  private void lines(double x, double top, String... lines) {
    for (int i = 0; i < lines.length; i++) {
      pdf.text(x, top - 12 * i, 10, lines[i]);
    }
  }

  @Test
  void undoesHyphenation() throws IOException {
    lines(50, 700, "The winter storm has changed the dis-", "tance between the islands.");
    assertThat(sources())
        .containsExactly("The winter storm has changed the distance between the islands.");
  }

  @Test
  void joinsParagraphThatGoesOnInTheNextColumn() throws IOException {
    lines(
        50,
        700,
        "The winter storm has changed the colour",
        "of the sea and the distance between two",
        "islands, which nobody has meas-");
    lines(
        310,
        700,
        "ured before the end of the season, not",
        "even when the water was deep and clear",
        "and all of the boats were at home again.");
    assertThat(sources())
        .containsExactly(
            "The winter storm has changed the colour of the sea and the distance between two"
                + " islands, which nobody has measured before the end of the season, not even when"
                + " the water was deep and clear and all of the boats were at home again.");
  }

  @Test
  void joinsParagraphThatGoesOnOnTheNextPage() throws IOException {
    lines(
        50,
        100,
        "The winter storm has changed the colour of",
        "the sea and the distance between the two");
    pdf.nextPage();
    lines(50, 700, "islands of which nobody knows the names.");
    List<Segment> segments = segments();
    assertThat(segments).hasSize(1);
    assertThat(segments.get(0).id().toString()).contains("page-1#p1");
    assertThat(segments.get(0).source().plainText()).contains("the two islands of which");
  }

  @Test
  void leavesParagraphsApartThatEndWithTheirPage() throws IOException {
    lines(
        50,
        100,
        "The winter storm has changed the colour of",
        "the sea and the distance between the two.");
    pdf.nextPage();
    lines(50, 700, "Islands of which nobody knows the names.");
    assertThat(segments()).hasSize(2);
  }

  @Test
  void marksWhatLooksDifferentAsCodes() throws IOException {
    pdf.text(50, 700, 10, "The winter storm is");
    double x = 50 + TypedPdf.width("The winter storm is ", 10);
    pdf.bold(x, 700, 10, "strong");
    pdf.text(x + 40, 700, 10, "in the north of the country.");
    assertThat(sources())
        .containsExactly("The winter storm is ⟦1⟧strong⟦/1⟧ in the north of the country.");
  }

  /** A name that is kept as it is drawn, in the first of two columns or pages. */
  private void columnWithName() {
    lines(50, 700, "The winter storm has changed the colour", "of the deep sea, which the module");
    pdf.mono(50 + TypedPdf.width("of the deep sea, which the module ", 10), 688, 10, "tide");
    lines(50, 676, "does not know, and the distance of two");
  }

  @Test
  void drawsWhatIsKeptInTheColumnThatItsTranslationComesIn() throws IOException {
    columnWithName();
    lines(
        310,
        700,
        "islands before the end of the season, not",
        "even when the water was deep and clear",
        "and all of the boats were at home again.");
    Path file = pdf.save(folder.resolve("made.pdf"));
    Path target = folder.resolve("made.fr.pdf");
    Translated translated =
        Trial.translate(
            file,
            target,
            source -> {
              assertThat(source.codes()).hasSize(1);
              return source.withMarked("Schiffe fahren ".repeat(12) + "weit hinaus ⟦1⟧");
            });
    assertThat(translated.segments()).hasSize(1);
    assertThat(translated.problems()).isEmpty();
    try (PDDocument written = Loader.loadPDF(target.toFile())) {
      String text = new PDFTextStripper().getText(written);
      assertThat(text.replaceAll("\\s+", " ").strip()).endsWith("weit hinaus tide");
    }
  }

  @Test
  void leavesPagesApartWhereWhatIsKeptWouldHaveToMoveToAnother() throws IOException {
    columnWithName();
    pdf.nextPage();
    lines(50, 700, "islands before the end of the season, not", "even when the water was deep.");
    assertThat(segments()).hasSize(2);
  }
}
