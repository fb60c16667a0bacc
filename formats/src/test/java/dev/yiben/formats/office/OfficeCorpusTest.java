package dev.yiben.formats.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.yiben.formats.format.DocumentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Real documents, beside the repository. */
final class OfficeCorpusTest {
  private static final Path CORPUS = Path.of("../../shared/corpus/docx");
  private static final String DAMAGED = "not a whole zip file (damaged or cut short)";

  /** The documents that cannot be opened, and why. */
  private static final Map<String, String> REFUSED =
      Map.of(
          "bug53475-password-is-pass.docx",
          "protected by a password",
          "clusterfuzz-testcase-minimized-POIXWPFFuzzer-4791943399604224.docx",
          DAMAGED,
          "clusterfuzz-testcase-minimized-POIXWPFFuzzer-5564805011079168.docx",
          DAMAGED,
          "clusterfuzz-testcase-minimized-POIXWPFFuzzer-6442791109263360.docx",
          "not a whole Office file");

  @TempDir private Path folder;

  @BeforeAll
  static void hasCorpus() {
    assumeTrue(Files.isDirectory(CORPUS), "no folder " + CORPUS);
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> walk = Files.list(CORPUS)) {
      return walk.sorted().toList();
    }
  }

  private static List<Path> sound() throws IOException {
    return files().stream()
        .filter(file -> !REFUSED.containsKey(file.getFileName().toString()))
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> keepsEveryDocumentByteForByte() throws IOException {
    assertThat(sound()).hasSizeGreaterThan(30);
    return sound().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    String.valueOf(file.getFileName()), () -> DocumentJudge.assertIdentity(file)));
  }

  @TestFactory
  Stream<DynamicTest> countsTheTextOfEveryRun() throws IOException {
    return sound().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    String.valueOf(file.getFileName()),
                    () -> DocumentJudge.assertNoRunIsForgotten(file)));
  }

  @TestFactory
  Stream<DynamicTest> refusesWhatCannotBeOpenedInOneLine() {
    return REFUSED.entrySet().stream()
        .map(
            refused ->
                DynamicTest.dynamicTest(
                    refused.getKey(),
                    () ->
                        assertThatThrownBy(
                                () -> DocumentJudge.open(CORPUS.resolve(refused.getKey())).close())
                            .isInstanceOf(DocumentException.class)
                            .hasMessageContaining(refused.getValue())
                            .hasMessageNotContaining("\n")));
  }

  @TestFactory
  Stream<DynamicTest> changesNothingButTexts() throws IOException {
    return sound().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    String.valueOf(file.getFileName()),
                    () -> DocumentJudge.translated(file, folder.resolve(file.getFileName()))));
  }

  @Test
  void writesWhatLibreOfficeShowsOnAsManyPages() throws IOException {
    LibreOffice office = LibreOffice.inFolder(Files.createDirectory(folder.resolve("office")));
    List<Path> originals = new ArrayList<>(sound());
    Map<Path, Path> before = office.convert(originals, "pdf");
    originals.retainAll(before.keySet());
    assertThat(originals).hasSizeGreaterThan(30);
    List<Path> translations = new ArrayList<>();
    for (Path file : originals) {
      translations.add(DocumentJudge.translated(file, folder.resolve(file.getFileName())));
    }

    Map<Path, Path> after = office.convert(translations, "pdf");

    assertThat(after).containsOnlyKeys(translations);
    for (int i = 0; i < originals.size(); i++) {
      Path one = before.get(originals.get(i));
      Path other = after.get(translations.get(i));
      String name = originals.get(i).getFileName().toString();
      assertThat(Poppler.pages(other)).as("pages of %s", name).isEqualTo(Poppler.pages(one));
      assertThat(Poppler.pictures(other))
          .as("pictures of %s", name)
          .isEqualTo(Poppler.pictures(one));
    }
  }
}
