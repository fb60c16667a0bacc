package dev.yiben.inference.llamanative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.FinishReason;
import dev.yiben.inference.GenerationListener;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.GenerationResult;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.OutputConstraint;
import dev.yiben.inference.Sampling;
import dev.yiben.inference.TokenProbability;
import dev.yiben.inference.gguf.RandomModel;
import dev.yiben.inference.load.LlamaCppSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Models that are built and tokenized in different ways, of random weights. */
final class ShapesTest {
  private static final String BATCH =
      """
      root ::= "1|" t{1,30} "\\n2|" t{0,20} "⟦1⟧" t{0,20} "⟦/1⟧" t{0,5}
      t ::= [^\\x00-\\x1F⟦⟧|ぁ-ゖ]
      """;
  private static final String ANSWER =
      "1\\|[^|⟦⟧\n]{1,30}\n2\\|[^|⟦⟧\n]{0,20}⟦1⟧[^|⟦⟧\n]{0,20}⟦/1⟧[^|⟦⟧\n]{0,5}";
  private static final String LINES =
      "1|The old keeper opens the door and sees the sea.\n2|The ⟦1⟧lamp⟦/1⟧ is old.";

  private static final double ROUNDING = 0.01;

  @TempDir Path folder;

  /** What a model is like. */
  enum Shape {
    QWEN3 {
      @Override
      Path write(Path file) throws IOException {
        return RandomModel.qwen3(file);
      }
    },
    UNTIED_QWEN3 {
      @Override
      Path write(Path file) throws IOException {
        return RandomModel.untiedQwen3(file);
      }
    },
    LARGE_QWEN3 {
      @Override
      Path write(Path file) throws IOException {
        return RandomModel.qwen3(150_000, file);
      }
    },
    GEMMA3 {
      @Override
      Path write(Path file) throws IOException {
        return RandomModel.gemma3(file);
      }
    },
    QWEN35 {
      @Override
      Path write(Path file) throws IOException {
        return RandomModel.qwen35(file);
      }
    },
    LFM2 {
      @Override
      Path write(Path file) throws IOException {
        return RandomModel.lfm2(file);
      }
    };

    abstract Path write(Path file) throws IOException;
  }

  private static InferenceEngine open(Path file, int slots) {
    return open(LlamaCppSettings.of(file).withSlots(slots));
  }

  private static InferenceEngine open(LlamaCppSettings settings) {
    return LlamaNativeEngine.open(InstalledRuntime.libraries(), settings);
  }

  private static GenerationRequest request(
      List<ChatMessage> messages, Sampling sampling, String stream) {
    return new GenerationRequest(
        messages, Optional.of(new OutputConstraint.Grammar(BATCH)), sampling, 400, stream);
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void obeysTheGrammarOfABatch(Shape shape) throws Exception {
    try (InferenceEngine engine = open(shape.write(folder.resolve("m.gguf")), 1)) {
      for (int seed = 0; seed < 5; seed++) {
        GenerationResult result =
            engine.generate(
                request(
                    List.of(ChatMessage.user(LINES)),
                    seed == 0 ? Sampling.greedy() : Sampling.of(2, seed),
                    ""),
                GenerationListener.NONE);

        assertThat(result.finishReason()).isEqualTo(FinishReason.STOP);
        assertThat(result.text()).matches(ANSWER);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(value = Shape.class, names = "LARGE_QWEN3", mode = EnumSource.Mode.EXCLUDE)
  void goesOnWithAConversationAsIfItWereNew(Shape shape) throws Exception {
    Path file = shape.write(folder.resolve("m.gguf"));
    List<ChatMessage> messages = new ArrayList<>();
    try (InferenceEngine engine = open(file, 2);
        InferenceEngine forgetful = open(file, 1)) {
      for (int turn = 0; turn < 6; turn++) {
        messages.add(ChatMessage.user(turn + " " + LINES));
        // In the meantime another stream works on something else.
        engine.generate(
            request(List.of(ChatMessage.user("the sea " + turn)), Sampling.greedy(), "other"),
            GenerationListener.NONE);

        GenerationResult result =
            engine.generate(request(messages, Sampling.greedy(), "one"), GenerationListener.NONE);

        assertThat(result.text()).matches(ANSWER);
        compare(
            result.probabilities(),
            forgetful
                .generate(request(messages, Sampling.greedy(), ""), GenerationListener.NONE)
                .probabilities());
        messages.add(ChatMessage.assistant(result.text()));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Shape.class,
      names = {"QWEN3", "GEMMA3", "QWEN35", "LFM2"})
  void givesTheSameAnswerOnAnyNumberOfThreads(Shape shape) throws Exception {
    Path file = shape.write(folder.resolve("m.gguf"));
    // More than 256 tokens are computed in another way.
    GenerationRequest request =
        request(List.of(ChatMessage.user(LINES.repeat(8))), Sampling.greedy(), "");
    try (InferenceEngine one = open(LlamaCppSettings.of(file).withSlots(1).withThreads(1));
        InferenceEngine two = open(LlamaCppSettings.of(file).withSlots(1).withThreads(2))) {
      assertThat(two.generate(request, GenerationListener.NONE))
          .isEqualTo(one.generate(request, GenerationListener.NONE));
    }
  }

  /** Compares up to a token that was as good as another one, where rounding decides. */
  private static void compare(List<TokenProbability> one, List<TokenProbability> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      assertThat(one.get(i).logProbability())
          .as("token %d of %s and of %s", i, one, other)
          .isCloseTo(other.get(i).logProbability(), within(ROUNDING));
      if (!one.get(i).text().equals(other.get(i).text())) {
        return;
      }
    }
    assertThat(one).hasSameSizeAs(other);
  }

  @Test
  void refusesAnArchitectureThatNobodyKnowsByItsName() throws Exception {
    Path file = RandomModel.unknown(folder.resolve("m.gguf"));

    assertThatThrownBy(() -> open(file, 1))
        .isInstanceOf(InferenceException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining("'tomorrow'")
        .hasMessageNotContaining("\n");
  }
}
