package dev.yiben.cli;

import static dev.yiben.cli.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What cannot be translated ends with one line that says so, the right exit code, nothing written
 * and the source as it was.
 */
class BadInputIT {
  private Launcher launcher;

  @BeforeEach
  void createLauncher(@TempDir Path root) {
    launcher = new Launcher(root).with("YIBEN_ENGINE", "echo").with("YIBEN_TO", "zh");
  }

  @Test
  void goodBookIsTranslatedSoThatTheOthersFailForTheirFault() {
    new BookFile().pack(work("good.epub"));

    assertThat(launcher.run("translate good.epub")).succeeded().outIsPaths(Path.of("good.zh.epub"));
  }

  @Test
  void truncatedArchive() throws IOException {
    Path whole = new BookFile().pack(work("cut.epub"));
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(whole, Arrays.copyOf(bytes, bytes.length / 2));

    refused("cut.epub", "not a whole zip file");
  }

  @Test
  void archiveBomb() throws IOException {
    new BookFile().with("bomb.xhtml", new byte[48 << 20]).pack(work("bomb.epub"));

    refused("bomb.epub", "bomb.xhtml", "times its size");
  }

  @Test
  void externalEntity() throws IOException {
    Path secret = Files.writeString(work("secret.txt"), "secret");
    new BookFile()
        .withText(
            "<p>&leak;</p>", "<!DOCTYPE html [<!ENTITY leak SYSTEM \"" + secret.toUri() + "\">]>")
        .pack(work("leak.epub"));

    refused("leak.epub", "text.xhtml", "entity outside of the book");
  }

  @Test
  void entryThatLeadsOut() throws IOException {
    new BookFile().with("../out.txt", "out").pack(work("out.epub"));

    refused("out.epub", "../out.txt", "leads out of the archive");
  }

  @Test
  void protectedBook() throws IOException {
    new BookFile().with("META-INF/sinf.xml", "<sinf/>").pack(work("bought.epub"));

    refused("bought.epub", "protected by DRM");
  }

  @Test
  void emptyFile() throws IOException {
    Files.createFile(work("empty.epub"));

    refused("empty.epub", "the file is empty");
  }

  @Test
  void extensionOfAnotherFormat() throws IOException {
    Files.writeString(work("letter.epub"), "Dear reader, this is no book.\n");

    refused("letter.epub", "");
  }

  @Test
  void unknownFormat() throws IOException {
    Files.writeString(work("letter.doc"), "Dear reader, this is no book.\n");

    refused("letter.doc", "not a format that can be translated; known: ass, docx, epub, ");
  }

  @Test
  void missingFile() throws IOException {
    refused("none.epub", "no such file");
  }

  @Test
  void unreadableFolder() throws IOException {
    Path folder = Files.createDirectories(work("closed"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("---------"));
    try {
      Assumptions.assumeFalse(Files.isReadable(folder), "The superuser can read any folder");
      refused("closed", "cannot be read: permission denied");
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void missingModel() {
    new BookFile().pack(work("good.epub"));

    assertThat(launcher.run("translate good.epub --engine llama --model none.gguf"))
        .endedWith(ExitCode.ENGINE)
        .outIsEmpty()
        .errIsOneErrorWith("none.gguf", "--model");
    assertThat(work("good.zh.epub")).doesNotExist();
  }

  @Test
  void brokenModel() throws IOException {
    new BookFile().pack(work("good.epub"));
    Files.writeString(work("broken.gguf"), "GGUF and nothing more");

    assertThat(launcher.run("translate good.epub --engine llama --model ./broken.gguf"))
        .endedWith(ExitCode.ENGINE)
        .outIsEmpty()
        .errIsOneErrorWith("broken.gguf");
    assertThat(work("good.zh.epub")).doesNotExist();
  }

  @Test
  void badFileDoesNotStopTheOthers() throws IOException {
    Files.createFile(work("a.epub"));
    new BookFile().pack(work("b.epub"));

    assertThat(launcher.run("translate a.epub b.epub"))
        .endedWith(ExitCode.INCOMPLETE)
        .outIsPaths(Path.of("b.zh.epub"))
        .errContains("error: a.epub: ");
  }

  private void refused(String name, String... words) throws IOException {
    List<String> before = contents();

    assertThat(launcher.run("translate " + name))
        .endedWith(ExitCode.NO_INPUT)
        .outIsEmpty()
        .errIsOneErrorWith(words)
        .errContains("error: " + name + ": ");
    assertThat(contents()).isEqualTo(before);
  }

  /** Returns all files with what is in them. */
  private List<String> contents() throws IOException {
    try (Stream<Path> files = Files.list(launcher.work())) {
      return files
          .sorted()
          .map(file -> file.getFileName() + " " + (Files.isRegularFile(file) ? hash(file) : 0))
          .toList();
    }
  }

  private static int hash(Path file) {
    try {
      return Arrays.hashCode(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path work(String name) {
    return launcher.work().resolve(name);
  }
}
