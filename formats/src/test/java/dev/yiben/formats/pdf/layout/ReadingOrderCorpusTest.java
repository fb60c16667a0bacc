package dev.yiben.formats.pdf.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiben.formats.pdf.page.PageContent;
import dev.yiben.formats.pdf.page.PageReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares the order of reading with that which people have checked. */
class ReadingOrderCorpusTest {
  private static final Path CORPUS = Path.of("../../shared/corpus/pdf");

  @ParameterizedTest
  @CsvSource({
    "normal_4pages, 0.95",
    "code_and_formula, 0.95",
    "right_to_left_01, 0.95",
    "right_to_left_03, 0.70"
  })
  void readsInTheOrderOfTheTruth(String name, double least) throws IOException {
    Path truth = CORPUS.resolve("truth/" + name + ".json");
    assumeTrue(Files.exists(truth), "The corpus of PDF files is not there: " + truth);
    List<String> expected = words(truth(truth));
    List<String> read = words(read(CORPUS.resolve("docling-" + name + ".pdf")));
    assertThat(similarity(read, expected)).as("similarity of %s", name).isGreaterThan(least);
  }

  private static String read(Path pdf) throws IOException {
    StringBuilder text = new StringBuilder();
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      PageReader reader = new PageReader(document);
      for (int i = 0; i < document.getNumberOfPages(); i++) {
        PageContent content = reader.read(document.getPage(i), i);
        for (Paragraph paragraph : new LayoutReader().read(content).paragraphs()) {
          paragraph.lines().forEach(line -> text.append(line.text()).append('\n'));
        }
      }
    }
    return text.toString();
  }

  private static String truth(Path json) throws IOException {
    JsonNode document = new ObjectMapper().readTree(json.toFile());
    StringBuilder text = new StringBuilder();
    add(document, document.get("body"), text);
    return text.toString();
  }

  private static void add(JsonNode document, JsonNode node, StringBuilder text) {
    text.append(node.path("text").asText()).append('\n');
    for (JsonNode cell : node.path("data").path("table_cells")) {
      text.append(cell.path("text").asText()).append('\n');
    }
    for (JsonNode child : node.path("children")) {
      add(document, document.at(child.get("$ref").asText().substring(1)), text);
    }
  }

  private static List<String> words(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .replaceAll("[\u2018\u2019\u201C\u201D\"]", "'")
            .replaceAll("[^\\p{L}\\p{N}\\s]", " ");
    return List.of(plain.strip().split("\\s+"));
  }

  /** Returns twice the length of the longest common subsequence, over the length of both. */
  private static double similarity(List<String> one, List<String> other) {
    List<int[]> rows = new ArrayList<>();
    rows.add(new int[other.size() + 1]);
    for (int i = 1; i <= one.size(); i++) {
      int[] above = rows.get(i - 1);
      int[] row = new int[other.size() + 1];
      for (int j = 1; j <= other.size(); j++) {
        row[j] =
            one.get(i - 1).equals(other.get(j - 1))
                ? above[j - 1] + 1
                : Math.max(above[j], row[j - 1]);
      }
      rows.add(row);
    }
    return 2.0 * rows.get(one.size())[other.size()] / (one.size() + other.size());
  }
}
