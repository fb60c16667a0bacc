package dev.yiben.inference.llamanative;

import dev.yiben.inference.libllama.TokenBatch;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the batch of each turn: the next tokens of all answers that have begun, then pieces of
 * prompts in the order in which these came.
 */
final class BatchMaker implements AutoCloseable {
  /**
   * Tokens of prompts in a turn while answers go on, which wait for them: more lets these answers
   * starve, fewer makes prompts slow.
   */
  static final int PIECE = 64;

  private final TokenBatch batch;

  /**
   * A sequence in a batch.
   *
   * @param output place of the token after which one is to be chosen; negative if there is none yet
   */
  record Place(Sequence sequence, int output) {}

  /** Creates a maker of batches with so many tokens at most. */
  BatchMaker(int most) {
    batch = new TokenBatch(most);
  }

  /** Returns the batch that was made last. */
  TokenBatch batch() {
    return batch;
  }

  /** Makes the next batch; its tokens then count as computed. */
  List<Place> fill(List<Sequence> busy) {
    batch.clear();
    List<Place> places = new ArrayList<>();
    for (Sequence sequence : busy) {
      if (sequence.isAnswering()) {
        add(sequence, batch.free(), places);
      }
    }
    int most = places.isEmpty() ? batch.free() : Math.min(batch.free(), PIECE);
    int full = batch.size() + most;
    for (Sequence sequence : busy) {
      if (!sequence.isAnswering()) {
        add(sequence, full - batch.size(), places);
      }
    }
    return places;
  }

  private void add(Sequence sequence, int most, List<Place> places) {
    int count = Math.min(most, sequence.upToMark());
    if (count == 0) {
      return;
    }
    boolean whole = count == sequence.waiting.size();
    int last = -1;
    for (int i = 0; i < count; i++) {
      int token = sequence.waiting.get(i);
      last = batch.add(token, sequence.computed.size(), sequence.number, whole && i == count - 1);
      sequence.computed.add(token);
    }
    sequence.waiting.drop(count);
    places.add(new Place(sequence, whole ? last : -1));
  }

  /** Frees the batch. */
  @Override
  public void close() {
    batch.close();
  }
}
