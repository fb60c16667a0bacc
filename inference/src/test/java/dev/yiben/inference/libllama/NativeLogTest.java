package dev.yiben.inference.libllama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.inference.InferenceException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NativeLogTest {
  private static final int INFO = 2;
  private static final int WARNING = 3;
  private static final int CONTINUED = 5;

  @TempDir Path folder;
  private final NativeLog log = new NativeLog();

  @Test
  void keepsProblemsAsWholeLines() {
    byte[] text = "token '中' is odd\nnext\n".getBytes(StandardCharsets.UTF_8);
    log.log(INFO, bytes("all is well\n"));
    log.log(WARNING, Arrays.copyOf(text, 8));
    log.log(CONTINUED, Arrays.copyOfRange(text, 8, text.length));

    assertThat(log.problems()).containsExactly("token '中' is odd", "next");
    log.begin();
    assertThat(log.problems()).isEmpty();
  }

  @Test
  void keepsTheLastOfManyProblemsAndTheBeginningOfALongLine() {
    for (int i = 0; i < 1000; i++) {
      log.log(WARNING, bytes("problem " + i + "\n"));
    }
    log.log(WARNING, bytes("x".repeat(1_000_000) + "\n"));

    List<String> problems = log.problems();
    assertThat(problems).hasSize(40).contains("problem 999").doesNotContain("problem 900");
    assertThat(problems.get(39)).hasSize(10_000);
  }

  @Test
  void writesToAFileUntilThatIsClosed() {
    Path file = folder.resolve("native.log");
    log.log(INFO, bytes("before\n"));
    try (NativeLogFile open = log.writeTo(file)) {
      assertThat(open).isNotNull();
      log.log(INFO, bytes("within\nand"));
    }
    log.log(INFO, bytes(" after\n"));

    assertThat(file).content().isEqualTo("within\n");
  }

  @Test
  void refusesAFileThatCannotBeWritten() {
    Path file = folder.resolve("none").resolve("native.log");

    assertThatThrownBy(() -> log.writeTo(file))
        .isInstanceOf(InferenceException.class)
        .hasMessageStartingWith(file + ": llama.cpp's log cannot be written there");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
