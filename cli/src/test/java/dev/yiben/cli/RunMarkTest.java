package dev.yiben.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunMarkTest {
  private static final String REMEDIES = "take a smaller model";

  @TempDir Path folder;

  private RunMark set() {
    return RunMark.set(folder, folder);
  }

  private static long endedProcess() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.waitFor();
    return process.pid();
  }

  @Test
  void saysNothingAfterARunThatEndedInOrder() {
    try (RunMark first = set()) {
      assertThat(first.lastEnd(REMEDIES)).isEmpty();
      assertThat(folder.resolve("running")).exists();
    }

    assertThat(folder).isEmptyDirectory();
    assertThat(set().lastEnd(REMEDIES)).isEmpty();
  }

  @Test
  void tellsOfARunThatWasKilled() throws Exception {
    Files.writeString(folder.resolve("running"), endedProcess() + " 1\n");

    try (RunMark mark = set()) {
      assertThat(mark.lastEnd(REMEDIES).orElseThrow())
          .startsWith("the last run of this job ended without a word")
          .contains("want of memory", "what it finished is kept")
          .endsWith("if it happens again, take a smaller model");
    }
    assertThat(set().lastEnd(REMEDIES)).isEmpty();
  }

  @Test
  void tellsOfARunThatCrashedAndWhere() throws Exception {
    long pid = endedProcess();
    Files.writeString(folder.resolve("running"), pid + " 1\n");
    Path report = folder.resolve("hs_err_pid" + pid + ".log");
    Files.writeString(
        report,
        """
        #
        # A fatal error has been detected by the Java Runtime Environment:
        #
        #  SIGSEGV (0xb) at pc=0x00007f9fc8a67f14, pid=13494, tid=13494
        #
        # Problematic frame:
        # C  [libjllama.so+0x85f14]  ggml_compute
        """);

    assertThat(set().lastEnd("").orElseThrow())
        .isEqualTo(
            "the last run of this job crashed in libjllama.so (SIGSEGV); what it finished is kept; "
                + report
                + " says more");
  }

  @Test
  void leavesTheMarkOfARunAtWork() throws Exception {
    try (RunMark first = set()) {
      String content = Files.readString(folder.resolve("running"));
      try (RunMark second = set()) {
        assertThat(second.lastEnd(REMEDIES)).isEmpty();
      }
      assertThat(folder.resolve("running")).hasContent(content);
      assertThat(first.lastEnd(REMEDIES)).isEmpty();
    }
  }

  @Test
  void takesAnotherProcessOfTheSameNumberForNone() throws Exception {
    Files.writeString(folder.resolve("running"), ProcessHandle.current().pid() + " 1\n");

    try (RunMark mark = set()) {
      assertThat(mark.lastEnd(REMEDIES)).isPresent();
    }
  }

  @Test
  void takesAnyOtherContentForNone() throws Exception {
    Files.writeString(folder.resolve("running"), "99999999999999999999 x");

    assertThat(set().lastEnd(REMEDIES)).isEmpty();
  }
}
