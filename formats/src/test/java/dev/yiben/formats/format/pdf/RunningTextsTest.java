package dev.yiben.formats.format.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;

class RunningTextsTest {
  private final PDDocument document = new PDDocument();

  @Test
  void translatesHeadersOnce() throws IOException {
    pages("The keeper's manual", "The keeper's manual", "The keeper's manual");

    assertThat(headers()).containsExactly("The keeper's manual");
    assertThat(units().get(0).mirrors()).extracting(Part::page).containsExactly(1, 2);
  }

  @Test
  void keepsNumbersThatDifferAsCodes() throws IOException {
    pages("Manual 2024 - page 8", "Manual 2024 - page 9", "Manual 2024 - page 10");

    Unit header = units().get(0);

    assertThat(header.segment().source().marked()).isEqualTo("Manual 2024 - page \u27E61\u27E7");
    assertThat(
            Stream.concat(header.parts().stream(), header.mirrors().stream())
                .map(part -> part.text().source().visibleText()))
        .containsExactly("Manual 2024 - page 8", "Manual 2024 - page 9", "Manual 2024 - page 10");
  }

  @Test
  void takesRomanNumerals() throws IOException {
    pages("Preface ii", "Preface iii", "Preface iv");

    assertThat(headers()).containsExactly("Preface \u27E61\u27E7");
  }

  @Test
  void leavesTextsThatDiffer() throws IOException {
    pages("First chapter", "Second chapter", "Third chapter");

    assertThat(headers()).containsExactly("First chapter", "Second chapter", "Third chapter");
  }

  private List<String> headers() {
    return units().stream()
        .map(unit -> unit.segment().source().marked())
        .filter(text -> !text.startsWith("body"))
        .toList();
  }

  private List<Unit> units() {
    List<PDPage> pages =
        Stream.iterate(0, i -> i < document.getNumberOfPages(), i -> i + 1)
            .map(document::getPage)
            .toList();
    return PdfContent.read(document, pages).units();
  }

  private void pages(String... headers) throws IOException {
    for (int i = 0; i < headers.length; i++) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
        content.newLineAtOffset(72, 750);
        content.showText(headers[i]);
        content.newLineAtOffset(0, -200);
        content.showText("body text of page " + (i + 1));
        content.endText();
      }
    }
  }
}
