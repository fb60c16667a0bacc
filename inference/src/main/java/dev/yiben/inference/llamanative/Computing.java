package dev.yiben.inference.llamanative;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.libllama.NativeContext;
import dev.yiben.inference.libllama.TokenBatch;

/** What computes tokens and remembers them by sequences. */
interface Computing {
  /**
   * Computes tokens, each after what its sequence holds.
   *
   * @throws InferenceException if it fails; what the sequences of the batch hold is then unknown
   */
  void decode(TokenBatch batch);

  /** Reads the logits of a token of the last batch. */
  void logits(int place, float[] logits);

  /** Forgets a sequence from a position on; false if it can only be forgotten whole. */
  boolean remove(int sequence, int from);

  /** Has an empty sequence begin with what another one begins with. */
  void share(int source, int target, int until);

  /** Returns what computes in a context, on so many threads as others leave. */
  static Computing in(NativeContext context, Workers workers) {
    return new Computing() {
      @Override
      public void decode(TokenBatch batch) {
        workers.adjust();
        context.decode(batch);
      }

      @Override
      public void logits(int place, float[] logits) {
        context.logits(place).get(logits);
      }

      @Override
      public boolean remove(int sequence, int from) {
        return context.remove(sequence, from);
      }

      @Override
      public void share(int source, int target, int until) {
        context.share(source, target, until);
      }
    };
  }
}
