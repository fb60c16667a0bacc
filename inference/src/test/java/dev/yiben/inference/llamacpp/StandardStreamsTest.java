package dev.yiben.inference.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
final class StandardStreamsTest {
  @TempDir Path folder;

  @Test
  void leavesStandardOutputAndTheTemporaryFolderEmpty() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    Path answer = folder.resolve("answer");
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");

    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                OneAnswer.class.getName(),
                answer.toString())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();

    assertThat(process.waitFor(240, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(err)).isZero();
    assertThat(Files.readString(answer)).startsWith("1|");
    assertThat(out).isEmptyFile();
    assertThat(err).isEmptyFile();
    assertThat(temporary).isEmptyDirectory();
  }
}
