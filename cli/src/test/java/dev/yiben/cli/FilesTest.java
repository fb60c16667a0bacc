package dev.yiben.cli;

import static dev.yiben.cli.OutcomeAssert.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files are translated, and where their translations go. */
class FilesTest {
  private Workspace workspace;

  @BeforeEach
  void createWorkspace(@TempDir Path root) {
    workspace = new Workspace(root).with("YIBEN_ENGINE", "echo");
  }

  @Test
  void outputStandsBesideItsSource() {
    workspace.writeSubtitles("films/one.srt", "Good morning.");

    assertThat(workspace.run("films/one.srt", "--to", "zh-hant"))
        .succeeded()
        .outIsPaths(workspace.path("films/one.zh-Hant.srt"));
    assertThat(workspace.path("films/one.zh-Hant.srt"))
        .hasSameBinaryContentAs(workspace.path("films/one.srt"));
  }

  @Test
  void outputMayBeAFile() {
    workspace.writeSubtitles("one.srt", "Good morning.");

    assertThat(workspace.run("one.srt", "--to", "zh", "-o", "eins.srt"))
        .succeeded()
        .outIsPaths(workspace.path("eins.srt"));
  }

  @Test
  void folderIsMirrored() {
    workspace.writeSubtitles("films/b.srt", "Good morning.");
    workspace.writeSubtitles("films/a/c.srt", "Good evening.");
    workspace.write("films/readme.doc", "nothing to translate");

    assertThat(workspace.run("films", "--to", "zh", "-o", "out"))
        .succeeded()
        .outIsPaths(workspace.path("out/a/c.srt"), workspace.path("out/b.srt"));
  }

  @Test
  void textsOfAllKindsAreTranslated() throws IOException {
    workspace.write("site/a.html", "<p>Good <b>morning</b>.");
    workspace.write("site/b.txt", "Good evening.\r\n");
    workspace.write("site/c.md", "# Good *night*\n");

    assertThat(
            workspace.run("site", "--engine", "pseudo", "--to", "zh", "-o", "out", "--report", "r"))
        .succeeded()
        .outIsPaths(
            workspace.path("out/a.html"), workspace.path("out/b.txt"), workspace.path("out/c.md"));
    assertThat(workspace.path("out/a.html")).hasContent("<p>[Ĝööööđ <b>ɱööŕñîîñĝ</b>.]");
    assertThat(workspace.path("out/b.txt"))
        .hasBinaryContent("[Ĝööööđ ééṽééñîîñĝ.]\r\n".getBytes(UTF_8));
    assertThat(workspace.path("out/c.md")).hasContent("# [Ĝööööđ *ñîîĝĥţ*]");
    assertThat(workspace.path("r"))
        .content()
        .contains("\"format\" : \"html\"", "\"format\" : \"txt\"");
  }

  @Test
  void textByAnotherNameNeedsItsFormatNamed() {
    workspace.write("notes.log", "Good evening.");

    assertThat(workspace.run("notes.log", "--to", "zh"))
        .errContains("for text by another name, add --format");
    assertThat(workspace.run("notes.log", "--to", "zh", "--format", "txt"))
        .succeeded()
        .outIsPaths(workspace.path("notes.zh.log"));
  }

  @Test
  void severalLanguagesGetAFolderEach() {
    workspace.writeSubtitles("films/b.srt", "Good morning.");

    assertThat(workspace.run("films", "-t", "zh,ja", "-t", "pt_br", "-o", "out"))
        .succeeded()
        .outIsPaths(
            workspace.path("out/zh/b.srt"),
            workspace.path("out/ja/b.srt"),
            workspace.path("out/pt-BR/b.srt"));
  }

  @Test
  void outputsInAFolderAreNotTakenAgain() {
    workspace.writeSubtitles("films/one.srt", "Good morning.");
    workspace.run("films", "--to", "zh");

    assertThat(workspace.run("films", "--to", "ja"))
        .succeeded()
        .outIsPaths(workspace.path("films/one.ja.srt"))
        .errContains("one.zh.srt: left alone, as the translation of one.srt");
    assertThat(workspace.run("films", "--to", "ja", "-o", "films/out")).succeeded();
    assertThat(workspace.run("films", "--to", "ja", "-o", "films/out"))
        .succeeded()
        .outIsPaths(workspace.path("films/out/one.srt"));
  }

  @Test
  void nameWithADotIsNoTranslation() {
    workspace.writeSubtitles("films/one.srt", "Good morning.");
    workspace.writeSubtitles("films/one.cut.srt", "Good evening.");

    assertThat(workspace.run("films", "--to", "zh"))
        .succeeded()
        .outIsPaths(workspace.path("films/one.cut.zh.srt"), workspace.path("films/one.zh.srt"));
  }

  @Test
  void hiddenFilesAndLinkedFoldersAreLeftAlone() throws IOException {
    workspace.writeSubtitles("films/one.srt", "Good morning.");
    workspace.writeSubtitles("films/.hidden.srt", "Good evening.");
    workspace.writeSubtitles("films/.git/two.srt", "Good night.");
    Files.createSymbolicLink(workspace.path("films/loop"), workspace.path("films"));

    assertThat(workspace.run("films", "--to", "zh"))
        .succeeded()
        .outIsPaths(workspace.path("films/one.zh.srt"));
  }

  @Test
  void fileNamedTwiceIsTranslatedOnce() {
    workspace.writeSubtitles("one.srt", "Good morning.");

    assertThat(workspace.run("one.srt", "./one.srt", "--to", "zh"))
        .succeeded()
        .outIsPaths(workspace.path("one.zh.srt"));
  }

  @Test
  void filesAreReadFromAList() {
    workspace.writeSubtitles("a b.srt", "Good morning.");
    workspace.writeSubtitles("c.srt", "Good evening.");
    workspace.write("list.txt", "a b.srt\n\n");

    assertThat(workspace.run("--files-from", "list.txt", "--to", "zh"))
        .succeeded()
        .outIsPaths(workspace.path("a b.zh.srt"));
    assertThat(workspace.withInput("c.srt\r\n").run("--files-from", "-", "--to", "zh"))
        .succeeded()
        .outIsPaths(workspace.path("c.zh.srt"));
  }

  @Test
  void argumentsAreReadFromAFile() {
    workspace.writeSubtitles("a b.srt", "Good morning.");
    Path arguments = workspace.write("arguments", "a b.srt\n--to\nzh\n");

    assertThat(workspace.run("@" + arguments)).succeeded().outIsPaths(workspace.path("a b.zh.srt"));
  }

  @Test
  void fileMayBeNamedLikeACommand() {
    workspace.writeSubtitles("config", "Good morning.");

    assertThat(workspace.run("./config", "--to", "zh", "--format", "srt"))
        .succeeded()
        .outIsPaths(workspace.path("./config.zh"));
  }

  @Test
  void twoSourcesOfOneOutputAreRefused() {
    workspace.writeSubtitles("a/one.srt", "Good morning.");
    workspace.writeSubtitles("b/one.srt", "Good evening.");

    assertThat(workspace.run("a/one.srt", "b/one.srt", "--to", "zh", "-o", "out"))
        .endedWith(ExitCode.USAGE)
        .errIsOneErrorWith("would be the output of both");
    assertThat(workspace.files()).containsExactly("a/one.srt", "b/one.srt");
  }

  @Test
  void sourceIsNeverReplaced() throws IOException {
    workspace.writeSubtitles("a/one.srt", "Good morning.");
    Files.createSymbolicLink(workspace.path("b"), workspace.path("a"));

    for (String output : new String[] {"a", "b", "a/one.srt", "./b/../a/"}) {
      assertThat(workspace.run("a/one.srt", "--to", "zh", "--on-exists", "replace", "-o", output))
          .endedWith(ExitCode.USAGE)
          .errIsOneErrorWith("would replace a source");
    }
  }

  @Test
  void missingFileDoesNotStopTheOthers() {
    workspace.writeSubtitles("one.srt", "Good morning.");

    assertThat(workspace.run("none.srt", "one.srt", "--to", "zh"))
        .endedWith(ExitCode.INCOMPLETE)
        .outIsPaths(workspace.path("one.zh.srt"))
        .errContains("error: none.srt: no such file");
  }

  @Test
  void nothingToReadHasItsOwnCode() throws IOException {
    Files.createDirectories(workspace.path("empty"));

    assertThat(workspace.run("none.srt", "--to", "zh"))
        .endedWith(ExitCode.NO_INPUT)
        .errIsOneErrorWith("none.srt: no such file");
    assertThat(workspace.run("empty", "--to", "zh"))
        .endedWith(ExitCode.NO_INPUT)
        .errIsOneErrorWith("empty: holds no file of a known format (ass, docx, epub, ");
  }

  @Test
  void existingOutputIsTreatedAsTold() {
    Path source = workspace.writeSubtitles("one.srt", "Good morning.");
    Path output = workspace.write("one.zh.srt", "mine");

    assertThat(workspace.run("one.srt", "--to", "zh"))
        .endedWith(ExitCode.USAGE)
        .outIsEmpty()
        .errIsOneErrorWith("one.zh.srt: exists already", "--on-exists replace");
    assertThat(output).hasContent("mine");

    assertThat(workspace.run("one.srt", "--to", "zh", "--on-exists", "skip"))
        .succeeded()
        .outIsEmpty()
        .errContains("left out");
    assertThat(output).hasContent("mine");

    assertThat(workspace.run("one.srt", "--to", "zh", "--on-exists", "replace"))
        .succeeded()
        .outIsPaths(output);
    assertThat(output).hasSameBinaryContentAs(source);
  }
}
