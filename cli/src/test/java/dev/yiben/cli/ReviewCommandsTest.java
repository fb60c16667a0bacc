package dev.yiben.cli;

import static dev.yiben.cli.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Segments that go out for a review and come back. */
class ReviewCommandsTest {
  private Workspace workspace;

  @BeforeEach
  void createWorkspace(@TempDir Path root) {
    workspace = new Workspace(root).with("YIBEN_ENGINE", "pseudo");
  }

  @Test
  void putTranslationsOfPeopleIntoDocument() throws IOException {
    workspace.writeSubtitles("film.srt", "Good <i>morning</i>.", "Who is there?");
    assertThat(workspace.run("extract", "film.srt", "--to", "zh"))
        .succeeded()
        .outIsPaths(workspace.path("film.srt.zh.xlf"))
        .errContains("2 segments, 0 of them with translations");
    edit(
        "film.srt.zh.xlf",
        xml ->
            xml.replaceFirst("Good (<pc.*</pc>).</source>", "$0<target>早$1。</target>")
                .replace("Who is there?</source>", "Who is there?</source><target>谁？</target>"));

    assertThat(workspace.run("merge", "film.srt.zh.xlf", "--from", "en"))
        .succeeded()
        .outIsPaths(workspace.path("film.zh.srt"))
        .errContains("2 translations taken, 2 of them new, changed or signed off");
    assertThat(workspace.path("film.zh.srt")).content().contains("早<i>morning</i>。", "谁？");
  }

  @Test
  void startFromWhatLastRunHasMade() throws IOException {
    workspace.writeSubtitles("film.srt", "Good morning.", "Who is there?");
    assertThat(workspace.run("film.srt", "--to", "zh", "-o", "out/film.srt")).succeeded();
    byte[] translated = Files.readAllBytes(workspace.path("out/film.srt"));

    assertThat(workspace.run("extract", "film.srt", "--to", "zh", "--translated", "-o", "review"))
        .succeeded()
        .outIsPaths(workspace.path("review/film.srt.zh.xlf"))
        .errContains("2 segments, 2 of them with translations");
    assertThat(workspace.run("merge", "review/film.srt.zh.xlf", "-o", "out/film.srt", "--json"))
        .succeeded()
        .outContains("\"status\" : \"up-to-date\"")
        .outContains("\"confirmed\" : 0");
    assertThat(workspace.path("out/film.srt")).hasBinaryContent(translated);
  }

  @Test
  void teachTranslationMemory() throws IOException {
    workspace.writeSubtitles("film.srt", "Good morning, everybody.", "Who is there tonight?");
    workspace.run("extract", "film.srt", "--to", "zh", "--from", "en");
    edit(
        "film.srt.zh.xlf",
        xml -> xml.replace("tonight?</source>", "tonight?</source><target>今晚是谁？</target>"));
    String[] merge = {"merge", "film.srt.zh.xlf", "--from", "en", "--fail-on", "never"};

    assertThat(workspace.run(with(merge, "--no-tm"))).succeeded();
    assertThat(workspace.home("data/yiben/memory")).doesNotExist();
    assertThat(workspace.run(merge)).succeeded();
    try (var memories = Files.list(workspace.home("data/yiben/memory"))) {
      assertThat(memories).isNotEmpty();
    }
  }

  private static String[] with(String[] arguments, String further) {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = further;
    return all;
  }

  @Test
  void needRunToStartFrom() {
    workspace.writeSubtitles("film.srt", "Good morning.");

    assertThat(workspace.run("extract", "film.srt", "--to", "zh", "--translated"))
        .endedWith(ExitCode.USAGE)
        .errIsOneErrorWith("film.srt", "no run has translated it into zh", "--job-dir");
  }

  @Test
  void takeGameAsWhole() {
    workspace.write(
        "quest/game/script.rpy",
        """
        define e = Character("Eileen")

        label start:
            e "Good {b}morning{/b}."
            return
        """);
    workspace.write("quest/game/other.rpy", "label other:\n    \"Good night.\"\n");
    assertThat(workspace.run("extract", "quest", "--to", "zh"))
        .succeeded()
        .outIsPaths(workspace.path("quest.zh.xlf"));
    edit(
        "quest.zh.xlf",
        xml ->
            xml.replaceFirst("Good (<pc.*</pc>).</source>", "$0<target>早$1。</target>")
                .replace("Good night.</source>", "Good night.</source><target>晚安。</target>")
                .replace("Eileen</source>", "Eileen</source><target>艾琳</target>"));

    assertThat(workspace.run("merge", "quest.zh.xlf")).succeeded();
    assertThat(workspace.path("quest/game/tl/schinese/script.rpy"))
        .content()
        .contains("e \"早{b}morning{/b}。\"", "new \"艾琳\"");
    assertThat(workspace.path("quest/game/tl/schinese/other.rpy")).content().contains("\"晚安。\"");
  }

  @Test
  void readDocumentAsItWasRead() throws IOException {
    workspace.write("a.html", "<p>A <ruby>B<rt>C</rt></ruby> D</p>");
    assertThat(workspace.run("extract", "a.html", "--to", "zh", "--ruby", "keep")).succeeded();

    assertThat(Files.readString(workspace.path("a.html.zh.xlf"))).contains("reading=\"ruby=keep\"");
    edit(
        "a.html.zh.xlf",
        xml -> xml.replaceFirst("<source[^>]*>(A .*) D</source>", "$0<target>$1 丁</target>"));
    assertThat(workspace.run("merge", "a.html.zh.xlf")).succeeded();
    assertThat(workspace.path("a.zh.html")).content().contains("<rt>C</rt>", "丁");
  }

  @Test
  void tellInOneLineEachWhatIsNotTaken() {
    workspace.writeSubtitles("film.srt", "Good <i>morning</i>.", "Who is there?");
    workspace.run("extract", "film.srt", "--to", "zh", "--as", "xliff1");
    edit(
        "film.srt.zh.xlf",
        xml ->
            xml.replaceFirst("Good .*</source>", "$0<target>早。</target>")
                .replace("Who is there?</source>", "Who is here?</source><target>谁？</target>"));

    assertThat(workspace.run("merge", "film.srt.zh.xlf"))
        .endedWith(ExitCode.INCOMPLETE)
        .errContains("the mark ⟦1⟧ is missing")
        .errContains("its source has changed since it was extracted");
    assertThat(workspace.run("merge", "film.srt.zh.xlf", "--fail-on", "never")).succeeded();
  }

  @Test
  void overwriteNothing() {
    workspace.writeSubtitles("film.srt", "Good morning.");
    workspace.write("film.zh.srt", "mine");
    assertThat(workspace.run("extract", "film.srt", "--to", "zh")).succeeded();

    assertThat(workspace.run("extract", "film.srt", "--to", "zh"))
        .endedWith(ExitCode.USAGE)
        .errIsOneErrorWith("film.srt.zh.xlf", "exists already", "--on-exists replace");
    assertThat(workspace.run("merge", "film.srt.zh.xlf"))
        .endedWith(ExitCode.USAGE)
        .errIsOneErrorWith("film.zh.srt", "exists already", "--on-exists replace");
    assertThat(workspace.path("film.zh.srt")).hasContent("mine");
  }

  @Test
  void sayWhereDocumentIsMissed() throws IOException {
    workspace.writeSubtitles("film.srt", "Good morning.");
    workspace.run("extract", "film.srt", "--to", "zh");
    Files.move(workspace.path("film.srt"), workspace.path("movie.srt"));

    assertThat(workspace.run("merge", "film.srt.zh.xlf"))
        .endedWith(ExitCode.NO_INPUT)
        .errIsOneErrorWith("film.srt is not there", "--source");
    assertThat(
            workspace.run(
                "merge", "film.srt.zh.xlf", "--source", "movie.srt", "--fail-on", "never"))
        .succeeded()
        .outIsPaths(workspace.path("movie.zh.srt"));
  }

  @Test
  void takeSeveralDocumentsIntoOneSheet() {
    workspace.writeSubtitles("a/film.srt", "Good morning.");
    workspace.writeSubtitles("b/film.srt", "Good night.");

    assertThat(workspace.run("extract", "a", "b", "--to", "zh", "--as", "xlsx", "-o", "all.xlsx"))
        .succeeded()
        .outIsPaths(workspace.path("all.xlsx"));
    assertThat(workspace.run("merge", "all.xlsx", "--fail-on", "never"))
        .succeeded()
        .outIsPaths(workspace.path("a/film.zh.srt"), workspace.path("b/film.zh.srt"));
  }

  @Test
  void areNoDocumentsThemselves() {
    workspace.writeSubtitles("all/film.srt", "Good morning.");
    workspace.run("extract", "all/film.srt", "--to", "zh", "--as", "xlsx");

    assertThat(workspace.run("all", "--to", "zh"))
        .succeeded()
        .outIsPaths(workspace.path("all/film.zh.srt"));
  }

  private void edit(String file, UnaryOperator<String> change) {
    try {
      String before = Files.readString(workspace.path(file));
      String after = change.apply(before);
      assertThat(after).isNotEqualTo(before);
      Files.writeString(workspace.path(file), after);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
