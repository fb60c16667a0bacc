package dev.yiben.inference.llamanative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.inference.FinishReason;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.Sampling;
import dev.yiben.inference.decoding.GrammarCache;
import dev.yiben.inference.decoding.GrammarState;
import dev.yiben.inference.decoding.TokenChooser;
import dev.yiben.inference.decoding.TokenTable;
import dev.yiben.inference.libllama.TokenBatch;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What real models do not show: failures, and what is in each batch. */
@Timeout(60)
final class DecodingLoopTest {
  private static final int END = 26;
  private static final int SLOTS = 2;
  private static final int TURN = 128;

  private final FakeComputing computing = new FakeComputing();
  private final DecodingLoop loop =
      new DecodingLoop(
          computing,
          letters(),
          new ForcedTokenizer(letters(), DecodingLoopTest::tokens),
          new Sequences(computing, SLOTS, 4000, false, Optional.empty()),
          TURN);
  private final Thread thread = new Thread(loop);

  /** The letters from a to z, and a token that ends. */
  private static TokenTable letters() {
    List<byte[]> pieces = new ArrayList<>();
    for (char letter = 'a'; letter <= 'z'; letter++) {
      pieces.add(String.valueOf(letter).getBytes(StandardCharsets.UTF_8));
    }
    pieces.add(new byte[0]);
    BitSet ends = new BitSet();
    ends.set(END);
    return new TokenTable(pieces, ends, new BitSet());
  }

  private static int[] tokens(String text) {
    return text.chars().map(letter -> letter - 'a').toArray();
  }

  /** Says the alphabet without end; fails when told to. */
  private static final class FakeComputing implements Computing {
    // The loop goes on while a test looks.
    final List<Integer> sizes = new CopyOnWriteArrayList<>();
    int failing = -1;
    RuntimeException failure =
        new InferenceException(Category.BACKEND_TRANSIENT, "llama.cpp failed");
    private int turns;

    @Override
    public synchronized void decode(TokenBatch batch) {
      sizes.add(batch.size());
      if (turns++ == failing) {
        throw failure;
      }
    }

    @Override
    public void logits(int place, float[] logits) {
      Arrays.fill(logits, 0);
      logits[turns % 26] = 1;
    }

    @Override
    public boolean canCut(int sequence, int size) {
      return true;
    }

    @Override
    public void remove(int sequence, int from) {}

    @Override
    public void share(int source, int target, int until) {}

    @Override
    public boolean save(int sequence, int[] tokens, Path file) {
      return false;
    }

    @Override
    public int[] restore(int sequence, Path file, int most) {
      return new int[0];
    }
  }

  @AfterEach
  void stop() throws InterruptedException {
    loop.stop();
    thread.join();
  }

  private static Answer answer(int prompt, int limit, String stream, String gbnf) {
    Optional<GrammarState> grammar =
        gbnf.isEmpty()
            ? Optional.empty()
            : Optional.of(new GrammarCache(letters()).of(gbnf).start());
    return new Answer(
        new int[prompt], limit, stream, 0, new TokenChooser(Sampling.greedy()), false, grammar);
  }

  /** Waits for the end of an answer and returns how it ended. */
  private static News.End end(Answer answer) throws InterruptedException {
    while (true) {
      News news = answer.next();
      if (news instanceof News.End end) {
        return end;
      }
      if (news instanceof News.Failure failure) {
        throw failure.cause();
      }
    }
  }

  @Test
  void failsTheAnswersOfABatchThatFailsAndGoesOnWithTheNext() throws Exception {
    computing.failing = 3;
    Answer first = answer(10, 20, "", "");
    Answer third = answer(10, 20, "", "");
    loop.add(first);
    loop.add(answer(10, 20, "", ""));
    loop.add(third);
    thread.start();

    assertThatThrownBy(() -> end(first)).hasMessage("llama.cpp failed");
    assertThat(end(third)).isEqualTo(new News.End(FinishReason.LENGTH, "", 20));
  }

  @Test
  void failsAllAnswersWhenItBreaks() {
    computing.failing = 3;
    computing.failure = new IllegalStateException("a bug");
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      answers.add(answer(10, 20, "", ""));
      loop.add(answers.get(i));
    }
    thread.start();

    for (Answer answer : answers) {
      assertThatThrownBy(() -> end(answer))
          .isInstanceOf(InferenceException.class)
          .hasMessageContaining("a bug");
    }
    Answer late = answer(10, 20, "", "");
    loop.add(late);
    assertThatThrownBy(() -> end(late)).isInstanceOf(InferenceException.class);
  }

  @Test
  void failsAnAnswerWhoseGrammarCannotBeFollowedAndNoOther() throws Exception {
    // No token begins with a capital letter.
    Answer impossible = answer(10, 20, "", "root ::= [A-Z]");
    Answer other = answer(10, 20, "", "");
    loop.add(impossible);
    loop.add(other);
    thread.start();

    assertThatThrownBy(() -> end(impossible)).isInstanceOf(InferenceException.class);
    assertThat(end(other).generated()).isEqualTo(20);
  }

  @Test
  void takesPromptsInShortTurnsWhileAnswersGoOn() throws Exception {
    Answer quick = answer(10, 8, "a", "");
    loop.add(quick);
    loop.add(answer(1000, 2, "b", ""));
    thread.start();

    end(quick);
    // The first turn has room for both prompts; then one token goes on beside each piece.
    assertThat(List.copyOf(computing.sizes).subList(0, 2))
        .containsExactly(TURN, BatchMaker.PIECE + 1);
  }

  @Test
  void asksNothingOfWhatIsForced() throws Exception {
    Answer answer = answer(10, 20, "", "root ::= \"abcdef\" [xyz]");
    loop.add(answer);
    thread.start();

    List<Boolean> forced = new ArrayList<>();
    News news = answer.next();
    while (news instanceof News.Token token) {
      forced.add(token.token().forced());
      news = answer.next();
    }
    assertThat(forced).hasSize(7).startsWith(false, true, true).endsWith(false);
    assertThat(((News.End) news).reason()).isEqualTo(FinishReason.STOP);
    assertThat(computing.sizes).hasSizeLessThan(4);
  }

  @Test
  void forgetsAnswersForWhichNobodyWaits() throws Exception {
    Answer cancelled = answer(10, 3000, "a", "");
    Answer never = answer(10, 3000, "b", "");
    Answer other = answer(10, 5, "c", "");
    loop.add(cancelled);
    loop.add(never);
    loop.add(other);
    never.cancel();
    thread.start();
    cancelled.cancel();

    assertThat(end(other).generated()).isEqualTo(5);
  }
}
