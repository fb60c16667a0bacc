package dev.yiben.cli;

import static dev.yiben.cli.OutcomeAssert.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Translates books that are larger than the memory.
 *
 * <p>{@code -Dyiben.large=100} takes 100 MB of text and 512 MB of memory; else it is a tenth of the
 * text, in a quarter of the memory.
 */
class LargeBookIT {
  private static final int MEGABYTES = Integer.getInteger("yiben.large", 10);
  private static final String MEMORY = MEGABYTES >= 100 ? "-Xmx512m" : "-Xmx128m";
  private static final int CHAPTER = 500_000;

  @TempDir Path root;

  @Test
  void translatesABookOfMuchText() throws IOException {
    Launcher launcher = new Launcher(root).with("JAVA_OPTS", MEMORY);
    Path book = launcher.work().resolve("book.epub");
    LargeBook.write(book, 2 * MEGABYTES, CHAPTER, 0);
    assertThat(launcher.run("translate book.epub --to zh --engine pseudo --report report.json"))
        .succeeded();
    Files.delete(book);
    Path translated = launcher.work().resolve("book.zh.epub");
    try (ZipFile zip = new ZipFile(translated.toFile())) {
      String last = "c" + 2 * MEGABYTES + ".xhtml";
      String text = new String(zip.getInputStream(zip.getEntry(last)).readAllBytes(), UTF_8);
      assertThat(text).contains("<p>[").endsWith("]</p>\n</body>\n</html>\n");
    }
  }

  @Test
  void translatesABookOfManyPictures() throws IOException {
    Launcher launcher = new Launcher(root).with("JAVA_OPTS", MEMORY);
    LargeBook.write(launcher.work().resolve("book.epub"), 20, 50_000, 100);
    assertThat(launcher.run("translate book.epub --to zh --engine pseudo")).succeeded();
    assertThat(Files.size(launcher.work().resolve("book.zh.epub"))).isGreaterThan(100_000_000);
  }
}
