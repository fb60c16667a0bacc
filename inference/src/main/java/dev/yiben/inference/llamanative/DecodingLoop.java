package dev.yiben.inference.llamanative;

import dev.yiben.inference.FinishReason;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.decoding.ForcedTokens;
import dev.yiben.inference.decoding.GrammarState;
import dev.yiben.inference.decoding.TokenTable;
import dev.yiben.inference.libllama.NativeContext;
import dev.yiben.inference.libllama.NativeModel;
import dev.yiben.inference.libllama.TokenBatch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works on all answers at once, on a thread of its own, until it is told to stop. */
final class DecodingLoop implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(DecodingLoop.class);

  private final NativeModel model;
  private final NativeContext context;
  private final Workers workers;
  private final TokenTable tokens;
  private final List<Sequence> sequences;
  private final TokenBatch batch;
  private final float[] logits;
  private final Deque<Answer> waiting = new ArrayDeque<>();
  private boolean stopped;
  private long uses;

  /**
   * Creates a loop.
   *
   * @param slots how many sequences there are
   * @param turn most tokens that are computed in a turn
   */
  DecodingLoop(
      NativeModel model,
      NativeContext context,
      Workers workers,
      TokenTable tokens,
      int slots,
      int turn) {
    this.model = model;
    this.context = context;
    this.workers = workers;
    this.tokens = tokens;
    sequences = IntStream.range(0, slots).mapToObj(Sequence::new).toList();
    batch = new TokenBatch(Math.max(turn, slots));
    logits = new float[tokens.size()];
  }

  /** Puts an answer at the end of those that wait. */
  void add(Answer answer) {
    synchronized (waiting) {
      if (!stopped) {
        waiting.addLast(answer);
        waiting.notifyAll();
        return;
      }
    }
    answer.fail(closed());
  }

  /** Ends the loop after the turn that it is in. */
  void stop() {
    synchronized (waiting) {
      stopped = true;
      waiting.notifyAll();
    }
  }

  static InferenceException closed() {
    return new InferenceException(Category.BACKEND_PERMANENT, "The engine was closed");
  }

  @Override
  public void run() {
    try {
      while (admit()) {
        turn();
      }
    } catch (RuntimeException | Error e) {
      LOG.error("The loop ended", e);
      stop();
    } finally {
      List<Answer> left = new ArrayList<>();
      sequences.forEach(sequence -> sequence.answer().ifPresent(left::add));
      synchronized (waiting) {
        left.addAll(waiting);
        waiting.clear();
      }
      left.forEach(answer -> answer.fail(closed()));
      batch.close();
    }
  }

  /** Waits until there is something to do and gives free sequences to answers; false at the end. */
  private boolean admit() {
    sequences.forEach(this::dropIfCancelled);
    synchronized (waiting) {
      while (!stopped && waiting.isEmpty() && sequences.stream().allMatch(Sequence::isFree)) {
        try {
          waiting.wait();
        } catch (InterruptedException e) {
          stopped = true;
        }
      }
      if (stopped) {
        return false;
      }
      while (!waiting.isEmpty() && sequences.stream().anyMatch(Sequence::isFree)) {
        Answer next = waiting.removeFirst();
        if (next.isCancelled()) {
          next.end(FinishReason.STOPPED_BY_LISTENER);
        } else {
          begin(next);
        }
      }
    }
    return true;
  }

  private void dropIfCancelled(Sequence sequence) {
    if (sequence.answer().filter(Answer::isCancelled).isPresent()) {
      finish(sequence, FinishReason.STOPPED_BY_LISTENER);
    }
  }

  private void begin(Answer answer) {
    Sequence sequence = choose(answer);
    int common =
        answer.stream.isEmpty()
            ? 0
            : Math.min(sequence.computed.common(answer.prompt), answer.prompt.length - 1);
    if (common < sequence.computed.size() && !context.remove(sequence.number, common)) {
      context.remove(sequence.number, 0);
      common = 0;
    }
    sequence.computed.keep(common);
    answer.reused = common;
    sequence.begin(answer, ++uses);
  }

  /** Takes the sequence of the stream, or else the one that was used longest ago. */
  private Sequence choose(Answer answer) {
    return sequences.stream()
        .filter(Sequence::isFree)
        .min(
            Comparator.comparing(
                    (Sequence s) -> answer.stream.isEmpty() || !s.stream.equals(answer.stream))
                .thenComparing(s -> s.lastUse))
        .orElseThrow();
  }

  private void turn() {
    batch.clear();
    List<Sequence> choosing = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    List<Sequence> busy =
        sequences.stream()
            .filter(sequence -> !sequence.isFree())
            .sorted(
                Comparator.comparing((Sequence s) -> s.left() > 1).thenComparing(s -> s.lastUse))
            .toList();
    for (Sequence sequence : busy) {
      while (sequence.left() > 0 && batch.free() > 0) {
        boolean last = sequence.left() == 1;
        int position = sequence.computed.size();
        int place = batch.add(sequence.take(), position, sequence.number, last);
        if (last) {
          choosing.add(sequence);
          places.add(place);
        }
      }
    }
    if (batch.size() == 0) {
      return;
    }
    try {
      workers.adjust();
      context.decode(batch);
    } catch (InferenceException e) {
      busy.forEach(sequence -> fail(sequence, e));
      return;
    }
    for (int i = 0; i < choosing.size(); i++) {
      Sequence sequence = choosing.get(i);
      try {
        advance(sequence, sequence.answer().orElseThrow(), places.get(i));
      } catch (InferenceException e) {
        fail(sequence, e);
      }
    }
  }

  /** Chooses the next token of an answer. */
  private void advance(Sequence sequence, Answer answer, int place) {
    context.logits(place).get(logits);
    int token = answer.chooser.choose(logits, answer.generated.toArray(), answer.grammar);
    if (tokens.isEnd(token)) {
      finish(sequence, FinishReason.STOP);
      return;
    }
    take(sequence, answer, token);
    answer
        .grammar
        .filter(state -> state.forced().length > 0)
        .ifPresent(state -> takeForced(sequence, answer, state));
    if (answer.generated.size() >= answer.limit) {
      finish(
          sequence,
          answer.grammar.filter(GrammarState::mustEnd).isPresent()
              ? FinishReason.STOP
              : FinishReason.LENGTH);
    } else if (answer.grammar.filter(GrammarState::mustEnd).isPresent()) {
      finish(sequence, FinishReason.STOP);
    }
  }

  private void takeForced(Sequence sequence, Answer answer, GrammarState state) {
    int[] forced = model.tokenize(new String(state.forced(), StandardCharsets.UTF_8), false, false);
    for (int token : ForcedTokens.certain(state, forced)) {
      if (answer.generated.size() < answer.limit) {
        take(sequence, answer, token);
      }
    }
  }

  private void take(Sequence sequence, Answer answer, int token) {
    answer.generated.add(token);
    answer.grammar = answer.grammar.map(state -> state.after(token));
    answer.tell(answer.characters.add(tokens.piece(token)));
    sequence.waiting.add(token);
  }

  private static void finish(Sequence sequence, FinishReason reason) {
    Optional<Answer> answer = sequence.answer();
    sequence.end();
    answer.ifPresent(ended -> ended.end(reason));
  }

  private void fail(Sequence sequence, InferenceException failure) {
    Optional<Answer> answer = sequence.answer();
    sequence.end();
    context.remove(sequence.number, 0);
    sequence.computed.keep(0);
    answer.ifPresent(failed -> failed.fail(failure));
  }
}
