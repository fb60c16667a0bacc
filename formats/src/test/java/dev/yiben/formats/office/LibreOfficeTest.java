package dev.yiben.formats.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The judge itself: a judge that takes anything for a document would find nothing. */
final class LibreOfficeTest {
  private static final Path LETTER = Path.of("../samples/letter.docx");

  @TempDir private Path folder;

  @Test
  void leavesOutWhatItCannotOpenAndConvertsTheRest() throws IOException {
    LibreOffice office = LibreOffice.inFolder(Files.createDirectory(folder.resolve("office")));
    Path torn = folder.resolve("torn.docx");
    byte[] letter = Files.readAllBytes(LETTER);
    Files.write(torn, Arrays.copyOf(letter, letter.length / 2));

    Map<Path, Path> converted = office.convert(List.of(torn, LETTER), "pdf");

    assertThat(converted).containsOnlyKeys(LETTER);
    Path pdf = converted.get(LETTER);
    assertThat(Poppler.pages(pdf)).isEqualTo(1);
    assertThat(Poppler.pictures(pdf)).isEqualTo(1);
    assertThat(Poppler.text(pdf)).contains("A Letter from Selby", "Elsmar Island is a small");
    assertThat(Poppler.photograph(pdf, 1, folder)).isNotEmptyFile();
  }
}
