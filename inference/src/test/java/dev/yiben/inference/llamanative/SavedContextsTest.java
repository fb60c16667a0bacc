package dev.yiben.inference.llamanative;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.GenerationListener;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.GenerationResult;
import dev.yiben.inference.Sampling;
import dev.yiben.inference.gguf.RandomModel;
import dev.yiben.inference.load.LlamaCppSettings;
import dev.yiben.inference.runtime.RuntimeForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
final class SavedContextsTest {
  private static final String TEXT = "1|The old keeper opens the door and sees the sea. ";

  @TempDir Path folder;
  private Path model;
  private Path contexts;

  @BeforeEach
  void writeModel() throws IOException {
    model = RandomModel.qwen3(folder.resolve("model.gguf"));
    contexts = folder.resolve("with a blank, größer").resolve("contexts");
  }

  /** Asks an engine of its own, as a run does that begins where another one ended. */
  private GenerationResult ask(Path file, String stream, int lines) throws InterruptedException {
    try (LlamaNativeEngine engine =
        LlamaNativeEngine.open(
            RuntimeForTests.required().libraries(),
            LlamaCppSettings.of(file),
            Optional.of(contexts))) {
      return engine.generate(
          new GenerationRequest(
              List.of(ChatMessage.user(TEXT.repeat(lines))),
              Optional.empty(),
              Sampling.greedy(),
              12,
              stream),
          GenerationListener.NONE);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(contexts)) {
      return files.toList();
    }
  }

  @Test
  void goesOnWhereTheRunBeforeEnded() throws Exception {
    long before = ask(model, "chapter", 8).tokens().prompt();

    GenerationResult resumed = ask(model, "chapter", 9);

    assertThat(resumed.tokens().cached()).isGreaterThan(before - 20);
    assertThat(resumed.text()).isEqualTo(ask(model, "other", 9).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"qwen35", "lfm2", "gemma3"})
  void goesOnWithModelsThatForget(String kind) throws Exception {
    Path file = folder.resolve(kind);
    switch (kind) {
      case "qwen35" -> RandomModel.qwen35(file);
      case "lfm2" -> RandomModel.lfm2(file);
      default -> RandomModel.gemma3(file);
    }
    ask(file, "chapter", 8);

    assertThat(ask(file, "chapter", 8).text()).isEqualTo(ask(file, "other", 8).text());
  }

  @Test
  void savesNothingOfRequestsWithoutAStream() throws Exception {
    ask(model, "", 8);

    assertThat(contexts).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0005, 0.3, 0.9, 0.9999})
  void ignoresADamagedFile(double place) throws Exception {
    String expected = ask(model, "chapter", 8).text();
    Path file = files().get(0);
    byte[] bytes = Files.readAllBytes(file);
    bytes[(int) (place * bytes.length)] ^= 0x40;
    Files.write(file, bytes);

    GenerationResult result = ask(model, "chapter", 8);

    assertThat(result.tokens().cached()).isZero();
    assertThat(result.text()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 13, 2000, -1})
  void ignoresAFileThatIsCutOff(int length) throws Exception {
    ask(model, "chapter", 8);
    Path file = files().get(0);
    byte[] bytes = Files.readAllBytes(file);
    int kept = length < 0 ? bytes.length + length : length;
    Files.write(file, Arrays.copyOf(bytes, kept));

    assertThat(ask(model, "chapter", 8).tokens().cached()).isZero();
  }

  @Test
  void ignoresWhatAnotherModelComputed() throws Exception {
    ask(RandomModel.untiedQwen3(folder.resolve("other.gguf")), "chapter", 8);

    assertThat(ask(model, "chapter", 8).tokens().cached()).isZero();
  }

  @Test
  void answersWhereNothingCanBeSaved() throws Exception {
    Files.createDirectories(contexts.getParent());
    Files.writeString(contexts, "a file");

    assertThat(ask(model, "chapter", 8).tokens().generated()).isPositive();
  }
}
