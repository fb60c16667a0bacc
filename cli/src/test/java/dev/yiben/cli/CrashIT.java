package dev.yiben.cli;

import static dev.yiben.cli.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.yiben.inference.LocalEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said of a process that dies of native code or of the system, and that it resumes. */
@ParameterizedClass
@EnumSource
class CrashIT {
  private static final int CUES = 300;
  private static final String[] COMMAND =
      "translate long.srt --to zh --model demo --job-dir job".split(" ");

  @Parameter private LocalEngine engine;
  @TempDir Path folder;
  private Launcher launcher;

  @BeforeEach
  void writeSubtitles() throws IOException {
    assumeTrue(!System.getProperty("os.name").startsWith("Windows"), "signals are POSIX's");
    launcher =
        new Launcher(folder)
            .with(engine)
            .with("XDG_STATE_HOME", folder.resolve("state").toString());
    StringBuilder cues = new StringBuilder();
    for (int i = 1; i <= CUES; i++) {
      cues.append(i)
          .append("\n00:00:00,000 --> 00:00:01,000\nThe old keeper sees " + i + " boats.\n\n");
    }
    Files.writeString(launcher.work().resolve("long.srt"), cues);
  }

  @Test
  void saysThatItCrashedAndWhichKnobsToTurn() throws Exception {
    Process process = killedAtWork("-SEGV");

    Outcome crashed = launcher.outcome(process);
    assertThat(crashed.code()).isEqualTo(134);
    assertThat(crashed.err())
        .contains("error: Yiben crashed in native code", "--context-length", "quantisation.");
    assertThat(names(launcher.work())).containsOnly("long.srt", "job");
    assertThat(names(folder.resolve("state/yiben/crashes"))).hasSize(1);
    assertThat(launcher.run(COMMAND))
        .succeeded()
        .outIsPaths(Path.of("long.zh.srt"))
        .errContains("the last run of this job crashed in ")
        .errContains("(SIGSEGV); what it finished is kept; if it happens again, take a smaller")
        .errContains("hs_err_pid" + process.pid());
  }

  @Test
  void saysThatTheLastRunWasKilled() throws Exception {
    killedAtWork("-KILL");

    assertThat(launcher.run(COMMAND))
        .succeeded()
        .errContains("the last run of this job ended without a word")
        .errContains("--context-length");
    assertThat(launcher.run(COMMAND).err()).doesNotContain("last run");
  }

  private Process killedAtWork(String signal) throws IOException, InterruptedException {
    Process process = launcher.start(COMMAND);
    Path log = launcher.work().resolve("job/translate.log");
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!(Files.exists(log) && Files.readString(log).contains("Asking, rung "))
        && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    process.waitFor();
    assertThat(launcher.work().resolve("long.zh.srt")).doesNotExist();
    return process;
  }

  private static Stream<String> names(Path parent) throws IOException {
    try (Stream<Path> files = Files.list(parent)) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    }
  }
}
