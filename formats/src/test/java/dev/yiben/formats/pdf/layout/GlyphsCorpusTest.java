package dev.yiben.formats.pdf.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.yiben.formats.pdf.page.Glyph;
import dev.yiben.formats.pdf.page.PageContent;
import dev.yiben.formats.pdf.page.PageReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.junit.jupiter.api.Test;

class GlyphsCorpusTest {
  private static final Path CORPUS = Path.of("../../shared/corpus/pdf");
  private static final int MOST_PAGES = 3;

  @Test
  void putsEveryGlyphIntoOneParagraphOrLeavesItOutsideByARule() throws IOException {
    assumeThat(CORPUS).as("the folder of real documents is absent").isDirectory();
    try (Stream<Path> files = Files.list(CORPUS)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".pdf")).sorted().toList()) {
        check(file);
      }
    }
  }

  private static void check(Path file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      PageReader reader = new PageReader(document);
      for (int i = 0; i < Math.min(MOST_PAGES, document.getNumberOfPages()); i++) {
        PageContent content = reader.read(document.getPage(i), i);
        PageLayout layout = new LayoutReader().read(content);
        List<Integer> found = new ArrayList<>();
        layout.paragraphs().stream()
            .flatMap(paragraph -> paragraph.lines().stream())
            .flatMap(line -> line.words().stream())
            .flatMap(word -> word.glyphs().stream())
            .forEach(glyph -> found.add(glyph.index()));
        layout.outside().values().stream()
            .flatMap(List::stream)
            .map(Glyph::index)
            .filter(index -> index >= 0)
            .forEach(found::add);
        assertThat(found)
            .as("%s, page %d", file.getFileName(), i + 1)
            .containsExactlyInAnyOrderElementsOf(
                content.glyphs().stream().map(Glyph::index).toList());
      }
    } catch (InvalidPasswordException e) {
      assertThat(file.getFileName().toString()).contains("password");
    }
  }
}
