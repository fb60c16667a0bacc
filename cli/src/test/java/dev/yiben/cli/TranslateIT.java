package dev.yiben.cli;

import static dev.yiben.cli.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslateIT {
  private Launcher launcher;
  private Path root;

  @BeforeEach
  void createLauncher(@TempDir Path folder) {
    root = folder;
    launcher = new Launcher(folder);
  }

  @Test
  void helpIsAllThatHelpPrints() {
    assertThat(launcher.run("translate --help"))
        .succeeded()
        .outContains("Usage: translate [OPTIONS] FILE|DIR...")
        .errIsEmpty();
  }

  @Test
  void versionIsThatOfThePackage() {
    Outcome outcome = launcher.run("translate --version");

    assertThat(outcome).succeeded().errIsEmpty();
    assertThat(outcome.out()).matches("(?s)Yiben \\d+\\.\\d+\\.\\d+.*");
  }

  @Test
  void echoOfTheSamplesIsIdentical() throws IOException {
    copySamples();

    assertThat(launcher.run("translate lighthouse.epub lighthouse.srt --to de --engine echo"))
        .succeeded()
        .outIsPaths(Path.of("lighthouse.de.epub"), Path.of("lighthouse.de.srt"));
    for (String extension : new String[] {"epub", "srt"}) {
      assertThat(work("lighthouse.de." + extension))
          .hasSameBinaryContentAs(work("lighthouse." + extension));
    }
  }

  @Test
  void pseudoTranslationOfTheSamplesIsWritten() throws IOException {
    copySamples();

    assertThat(launcher.run("translate . --to de --engine pseudo -o out --glossary glossary.yaml"))
        .succeeded()
        .outIsPaths(Path.of("out/lighthouse.epub"), Path.of("out/lighthouse.srt"));
    assertThat(work("out/lighthouse.srt")).content().contains("[").contains("àà");
  }

  @Test
  void namesOutsideOfAsciiWorkInAnyLocale() throws IOException {
    Files.copy(Launcher.samples().resolve("lighthouse.srt"), work("灯塔 é.srt"));

    assertThat(
            launcher
                .with("LANG", "C")
                .run("translate", "灯塔 é.srt", "--to", "zh", "--engine", "echo"))
        .succeeded()
        .outIsPaths(Path.of("灯塔 é.zh.srt"));
  }

  @Test
  void launcherWorksThroughLinks() throws IOException {
    Path link =
        Files.createSymbolicLink(
            root.resolve("one"), Path.of("target/dist/translate").toAbsolutePath());
    Path linkToLink = Files.createSymbolicLink(root.resolve("two"), link.getFileName());

    assertThat(new Launcher(root, linkToLink).run("translate --version")).succeeded();
  }

  @Test
  void launcherNeedsJava() {
    assertThat(launcher.with("JAVA_HOME", "/none").run("translate --version"))
        .endedWith(ExitCode.USAGE)
        .outIsEmpty()
        .errIsOneErrorWith("JAVA_HOME is /none", "install a JDK");
  }

  @Test
  void interruptedRunResumes() throws IOException, InterruptedException {
    StringBuilder cues = new StringBuilder();
    for (int i = 1; i <= 10_000; i++) {
      cues.append(i)
          .append("\n00:00:00,000 --> 00:00:01,000\nLine number ")
          .append(i)
          .append("\n\n");
    }
    Files.writeString(work("long.srt"), cues);
    String[] command = "translate long.srt --to de --engine pseudo --job-dir job".split(" ");

    Process process = launcher.start(command);
    await(work("job/job.sqlite-wal"));
    interrupt(process);
    process.waitFor();

    assertThat(launcher.outcome(process))
        .endedWith(ExitCode.INTERRUPTED)
        .outIsEmpty()
        .errContains("the same command resumes");
    assertThat(work("long.de.srt")).doesNotExist();
    assertThat(launcher.run(command)).succeeded().outIsPaths(Path.of("long.de.srt"));
    assertThat(work("long.de.srt")).content().contains("10000]");
  }

  private static void await(Path file) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (!Files.exists(file) && System.nanoTime() < end) {
      Thread.sleep(10);
    }
    assertThat(file).exists();
  }

  private static void interrupt(Process process) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
  }

  private void copySamples() throws IOException {
    for (String name : new String[] {"lighthouse.epub", "lighthouse.srt", "glossary.yaml"}) {
      Files.copy(Launcher.samples().resolve(name), work(name));
    }
  }

  private Path work(String name) {
    return launcher.work().resolve(name);
  }
}
