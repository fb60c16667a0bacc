package dev.yiben.inference.llamanative;

import dev.yiben.inference.FinishReason;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.decoding.ForcedTokens;
import dev.yiben.inference.decoding.GrammarState;
import dev.yiben.inference.decoding.TokenChooser;
import dev.yiben.inference.decoding.TokenTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on all answers at once, on the thread that runs it, until it is told to stop.
 *
 * <p>Which answers are worked on and what each batch is made of depends on nothing but the order in
 * which they were asked for.
 */
final class DecodingLoop implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(DecodingLoop.class);

  private final Computing computing;
  private final TokenTable tokens;
  private final ForcedTokenizer tokenizer;
  private final Sequences sequences;
  private final BatchMaker batches;
  private final float[] logits;
  private final List<Answer> pending = new ArrayList<>();
  // Until they are ended, for whoever ends them all.
  private final Set<Answer> unfinished = ConcurrentHashMap.newKeySet();

  // What other threads leave here; all of these are held for.
  private final Object door = new Object();
  private final List<Answer> arrived = new ArrayList<>();
  private RuntimeException end;
  private boolean gaveUp;

  /**
   * Creates a loop.
   *
   * @param turn most tokens that are computed in a turn
   */
  DecodingLoop(
      Computing computing,
      TokenTable tokens,
      ForcedTokenizer tokenizer,
      Sequences sequences,
      int turn) {
    this.computing = computing;
    this.tokens = tokens;
    this.tokenizer = tokenizer;
    this.sequences = sequences;
    batches = new BatchMaker(turn);
    logits = new float[tokens.size()];
  }

  /** Puts an answer at the end of those that wait. */
  void add(Answer answer) {
    synchronized (door) {
      if (end != null) {
        answer.fail(end);
        return;
      }
      unfinished.add(answer);
      arrived.add(answer);
      door.notifyAll();
    }
  }

  /** Ends the loop after the turn that it is in; answers in the making fail. */
  void stop() {
    end(closed());
  }

  /** Fails all answers now, since the turn that the loop is in may never end. */
  void giveUp(RuntimeException cause) {
    synchronized (door) {
      gaveUp = true;
    }
    end(cause);
    failAll(cause);
  }

  boolean gaveUp() {
    synchronized (door) {
      return gaveUp;
    }
  }

  private void end(RuntimeException cause) {
    synchronized (door) {
      if (end == null) {
        end = cause;
      }
      door.notifyAll();
    }
  }

  private RuntimeException reason() {
    synchronized (door) {
      return end;
    }
  }

  static InferenceException closed() {
    return new InferenceException(Category.BACKEND_PERMANENT, "The engine was closed");
  }

  @Override
  public void run() {
    try (batches) {
      while (admit()) {
        turn();
      }
      failAll(reason());
      sequences.save();
    } catch (RuntimeException | Error e) {
      LOG.error("The engine on llama.cpp's own libraries ended", e);
      giveUp(
          new InferenceException(
              Category.BACKEND_PERMANENT,
              "The engine on llama.cpp's own libraries ended: " + e,
              e));
    }
  }

  private void failAll(RuntimeException cause) {
    for (Answer answer : List.copyOf(unfinished)) {
      if (unfinished.remove(answer)) {
        answer.fail(cause);
      }
    }
  }

  /** Waits until there is something to do and gives sequences to answers; false at the end. */
  private boolean admit() {
    if (!takeArrived()) {
      return false;
    }
    for (Sequence sequence : sequences.busy()) {
      if (sequence.answer().filter(Answer::isCancelled).isPresent()) {
        finish(sequence, FinishReason.STOPPED_BY_LISTENER);
      }
    }
    int open = sequences.open();
    List<Answer> left = new ArrayList<>();
    for (Answer answer : pending) {
      if (answer.isCancelled()) {
        unfinished.remove(answer);
      } else if (open == 0) {
        left.add(answer);
      } else {
        // One that waits for another answer keeps its slot free.
        open--;
        if (!sequences.begin(answer)) {
          left.add(answer);
        }
      }
    }
    pending.clear();
    pending.addAll(left);
    return true;
  }

  private boolean takeArrived() {
    synchronized (door) {
      while (end == null && arrived.isEmpty() && pending.isEmpty() && sequences.busy().isEmpty()) {
        try {
          door.wait();
        } catch (InterruptedException e) {
          end = closed();
        }
      }
      pending.addAll(arrived);
      arrived.clear();
      return end == null;
    }
  }

  private void turn() {
    List<BatchMaker.Place> places = batches.fill(sequences.busy());
    if (batches.batch().size() == 0) {
      return;
    }
    try {
      computing.decode(batches.batch());
    } catch (InferenceException e) {
      // Whoever ends the loop also breaks off what is being computed.
      RuntimeException cause = Objects.requireNonNullElse(reason(), e);
      places.forEach(place -> fail(place.sequence(), cause));
      return;
    }
    for (BatchMaker.Place place : places) {
      sequences.copyAtMark(place.sequence());
      place.sequence().answer().ifPresent(answer -> advance(place, answer));
    }
  }

  private void advance(BatchMaker.Place place, Answer answer) {
    if (place.output() < 0) {
      return;
    }
    try {
      computing.logits(place.output(), logits);
      choose(place.sequence(), answer);
    } catch (RuntimeException e) {
      // A grammar that grew too large, say: the others go on.
      fail(place.sequence(), e);
    }
  }

  private void choose(Sequence sequence, Answer answer) {
    int token =
        answer.chooser.choose(
            logits, sequence.computed.last(TokenChooser.PENALTY_WINDOW), answer.grammar());
    if (tokens.isEnd(token)) {
      unfinished.remove(answer);
      sequences.end(sequence);
      answer.takeEnd();
      return;
    }
    double logProbability =
        answer.probabilities ? TokenChooser.logProbability(logits, token) : Double.NaN;
    take(sequence, answer, token, logProbability, false);
    if (!answer.isFull() && answer.grammar().isPresent()) {
      takeForced(sequence, answer, answer.grammar().get());
    }
    if (answer.mustEnd()) {
      finish(sequence, FinishReason.STOP);
    } else if (answer.isFull()) {
      finish(sequence, FinishReason.LENGTH);
    }
  }

  private void takeForced(Sequence sequence, Answer answer, GrammarState state) {
    byte[] forced = state.forced();
    if (forced.length == 0) {
      return;
    }
    for (int token : ForcedTokens.certain(state, tokenizer.tokens(forced))) {
      if (!answer.isFull()) {
        take(sequence, answer, token, 0, true);
      }
    }
  }

  private void take(
      Sequence sequence, Answer answer, int token, double logProbability, boolean forced) {
    answer.take(token, tokens.piece(token), logProbability, forced);
    sequence.waiting.add(token);
  }

  private void finish(Sequence sequence, FinishReason reason) {
    Answer answer = sequence.answer().orElseThrow();
    unfinished.remove(answer);
    sequences.end(sequence);
    answer.end(reason);
  }

  private void fail(Sequence sequence, RuntimeException cause) {
    Answer answer = sequence.answer().orElseThrow();
    unfinished.remove(answer);
    sequences.drop(sequence);
    answer.fail(cause);
  }
}
