package dev.yiben.inference.llamanative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.GenerationListener;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.GenerationResult;
import dev.yiben.inference.OutputConstraint;
import dev.yiben.inference.Sampling;
import dev.yiben.inference.TokenProbability;
import dev.yiben.inference.gguf.RandomModel;
import dev.yiben.inference.load.LlamaCppSettings;
import dev.yiben.inference.runtime.RuntimeForTests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What requests take over from each other, on models of all kinds of memory. */
@Timeout(300)
final class StreamsTest {
  private static final String SYSTEM =
      "Translate the numbered lines. Keep the numbers and say nothing else. ".repeat(4);
  private static final String GRAMMAR = "root ::= \"1|\" [^\\n]{4,12} \"\\n2|\" [a-z ]{4,12}";

  @TempDir static Path folder;

  /** Kinds of memory that models have. */
  enum Kind {
    ATTENTION,
    SLIDING_WINDOW,
    RECURRENT,
    CONVOLUTION;

    Path file() throws IOException {
      Path file = folder.resolve(this + ".gguf");
      return switch (this) {
        case ATTENTION -> RandomModel.qwen3(file);
        case SLIDING_WINDOW -> RandomModel.gemma3(file);
        case RECURRENT -> RandomModel.qwen35(file);
        case CONVOLUTION -> RandomModel.lfm2(file);
      };
    }
  }

  private static LlamaNativeEngine open(Kind kind, int slots) throws IOException {
    return LlamaNativeEngine.open(
        RuntimeForTests.required().libraries(), LlamaCppSettings.of(kind.file()).withSlots(slots));
  }

  private static GenerationRequest request(String stream, List<ChatMessage> conversation) {
    return new GenerationRequest(
        conversation,
        Optional.of(new OutputConstraint.Grammar(GRAMMAR)),
        Sampling.greedy(),
        60,
        stream,
        true);
  }

  private static List<ChatMessage> first(String line) {
    return List.of(ChatMessage.system(SYSTEM), ChatMessage.user(line));
  }

  /** Asks so many times, each time with what was said before. */
  private static List<GenerationResult> converse(
      LlamaNativeEngine engine, String stream, String line, int times) throws InterruptedException {
    List<ChatMessage> conversation = new ArrayList<>(first(line));
    List<GenerationResult> results = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      GenerationResult result =
          engine.generate(request(stream, conversation), GenerationListener.NONE);
      results.add(result);
      conversation.add(ChatMessage.assistant(result.text()));
      conversation.add(ChatMessage.user(line + " And more " + i));
    }
    return results;
  }

  /**
   * Other batches add up in another order, so that of two tokens that are as probable now one comes
   * and now the other; from then on the answers may differ.
   */
  private static void assertSameButForRounding(
      List<GenerationResult> results, List<GenerationResult> expected) {
    for (int i = 0; i < results.size(); i++) {
      List<TokenProbability> tokens = results.get(i).probabilities();
      List<TokenProbability> others = expected.get(i).probabilities();
      for (int at = 0; at < Math.min(tokens.size(), others.size()); at++) {
        assertThat(tokens.get(at).logProbability())
            .isCloseTo(others.get(at).logProbability(), within(0.05));
        if (!tokens.get(at).text().equals(others.get(at).text())) {
          return;
        }
      }
      assertThat(results.get(i).text()).isEqualTo(expected.get(i).text());
    }
  }

  @ParameterizedTest
  @EnumSource
  void computesOnlyWhatIsNewInAConversation(Kind kind) throws Exception {
    try (LlamaNativeEngine engine = open(kind, 1)) {
      List<GenerationResult> alone = converse(engine, "", "1|The keeper.", 4);
      List<GenerationResult> kept = converse(engine, "a", "1|The keeper.", 4);

      assertSameButForRounding(kept, alone);
      assertThat(alone).allSatisfy(result -> assertThat(result.tokens().cached()).isZero());
      for (int i = 1; i < kept.size(); i++) {
        assertThat(kept.get(i).tokens().cached())
            .isGreaterThan(kept.get(i - 1).tokens().prompt() - 12);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void computesOnceWhatAllStreamsBeginWith(Kind kind) throws Exception {
    try (LlamaNativeEngine engine = open(kind, 4)) {
      long head = engine.countTokens(SYSTEM);
      List<GenerationResult> expected = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        expected.addAll(converse(engine, "", i + "|The sea.", 1));
      }
      ExecutorService threads = Executors.newFixedThreadPool(4);
      try {
        List<Future<List<GenerationResult>>> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          String name = "stream " + i;
          String line = i + "|The sea.";
          answers.add(threads.submit(() -> converse(engine, name, line, 1)));
        }
        long evaluated = 0;
        for (int i = 0; i < 4; i++) {
          GenerationResult result = answers.get(i).get().get(0);
          assertSameButForRounding(List.of(result), List.of(expected.get(i)));
          evaluated += result.tokens().evaluated();
        }
        assertThat(evaluated).isLessThan((kind == Kind.ATTENTION ? 1 : 2) * head + 4 * 60);
      } finally {
        threads.shutdownNow();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsAStreamThatPausesWhileOthersAsk(Kind kind) throws Exception {
    try (LlamaNativeEngine engine = open(kind, 1)) {
      List<ChatMessage> conversation = new ArrayList<>(first("1|The old keeper."));
      GenerationResult before =
          engine.generate(request("a", conversation), GenerationListener.NONE);
      converse(engine, "", "1|The lamp.", 2);
      conversation.add(ChatMessage.assistant(before.text()));
      conversation.add(ChatMessage.user("1|The door."));

      GenerationResult after = engine.generate(request("a", conversation), GenerationListener.NONE);

      assertThat(after.tokens().cached()).isGreaterThan(before.tokens().prompt() - 12);
    }
  }

  @ParameterizedTest
  @EnumSource
  void answersTheSameInManyStreamsAsAlone(Kind kind) throws Exception {
    try (LlamaNativeEngine engine = open(kind, 3)) {
      ExecutorService threads = Executors.newFixedThreadPool(8);
      try {
        List<Future<List<GenerationResult>>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          String name = i % 4 == 3 ? "" : "stream " + i;
          String line = i + "|The old lamp.";
          answers.add(threads.submit(() -> converse(engine, name, line, 3)));
        }
        for (int i = 0; i < 8; i++) {
          List<GenerationResult> alone = converse(engine, "", i + "|The old lamp.", 3);
          assertSameButForRounding(answers.get(i).get(), alone);
        }
      } finally {
        threads.shutdownNow();
      }
    }
  }
}
