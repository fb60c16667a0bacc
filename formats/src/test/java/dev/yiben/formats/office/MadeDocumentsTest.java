package dev.yiben.formats.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents made by LibreOffice and by POI, of which LibreOffice is the judge. */
final class MadeDocumentsTest {
  /** What LibreOffice is to make of the flat documents beside this class. */
  private static final Map<String, String> FLAT =
      Map.of("report.fodt", "docx", "accounts.fods", "xlsx", "talk.fodp", "pptx");

  @TempDir private Path folder;
  private Path made;
  private Path translated;

  @BeforeEach
  void createFolders() throws IOException {
    made = Files.createDirectory(folder.resolve("made"));
    translated = Files.createDirectory(folder.resolve("translated"));
  }

  private LibreOffice office() throws IOException {
    return LibreOffice.inFolder(Files.createDirectories(folder.resolve("office")));
  }

  private List<Path> byPoi() throws IOException {
    List<Path> documents = new ArrayList<>();
    for (Map.Entry<String, byte[]> document : PoiDocuments.all().entrySet()) {
      documents.add(Files.write(made.resolve(document.getKey()), document.getValue()));
    }
    return documents;
  }

  private List<Path> byLibreOffice(LibreOffice office) throws IOException {
    List<Path> documents = new ArrayList<>();
    for (Map.Entry<String, String> flat : FLAT.entrySet()) {
      Path source = made.resolve(flat.getKey());
      try (InputStream in = MadeDocumentsTest.class.getResourceAsStream(flat.getKey())) {
        Files.copy(in, source);
      }
      documents.add(office.convert(source, flat.getValue()));
    }
    documents.removeIf(d -> !dev.yiben.formats.format.FormatRegistry.load().hasKnownExtension(d));
    return documents;
  }

  @Test
  void keepsWhatPoiMadeByteForByte() throws IOException {
    assertKept(byPoi());
  }

  @Test
  void keepsWhatLibreOfficeMadeByteForByte() throws IOException {
    assertKept(byLibreOffice(office()));
  }

  private static void assertKept(List<Path> documents) throws IOException {
    for (Path document : documents) {
      DocumentJudge.assertIdentity(document);
    }
  }

  @Test
  void countsTheTextOfEveryRun() throws IOException {
    List<Path> documents = new ArrayList<>(byPoi());
    documents.addAll(byLibreOffice(office()));
    for (Path document : documents) {
      DocumentJudge.assertNoRunIsForgotten(document);
    }
  }

  @Test
  void changesNothingButTextsOfWhatPoiMade() throws IOException {
    translate(byPoi());
  }

  private Map<Path, Path> translate(List<Path> documents) throws IOException {
    Map<Path, Path> translations = new LinkedHashMap<>();
    for (Path document : documents) {
      translations.put(
          document, DocumentJudge.translated(document, translated.resolve(document.getFileName())));
    }
    return translations;
  }

  @Test
  void writesWhatLibreOfficeShowsOnAsManyPages() throws IOException {
    LibreOffice office = office();
    List<Path> documents = new ArrayList<>(byPoi());
    documents.addAll(byLibreOffice(office));
    Map<Path, Path> translations = translate(documents);

    Map<Path, Path> before = office.convert(documents, "pdf");
    Map<Path, Path> after = office.convert(List.copyOf(translations.values()), "pdf");

    assertThat(before).containsOnlyKeys(documents);
    assertThat(after).containsOnlyKeys(translations.values());
    for (Path document : documents) {
      Path one = before.get(document);
      Path other = after.get(translations.get(document));
      assertThat(Poppler.pages(other)).as("pages of %s", document).isEqualTo(Poppler.pages(one));
      assertThat(Poppler.pictures(other))
          .as("pictures of %s", document)
          .isEqualTo(Poppler.pictures(one));
      assertThat(Poppler.text(other)).isNotEqualTo(Poppler.text(one));
    }
  }
}
