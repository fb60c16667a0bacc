package dev.yiben.inference.llamanative;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.libllama.NativeContext;
import dev.yiben.inference.libllama.TokenBatch;
import java.nio.file.Path;

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

  /** Whether what a sequence begins with is all there, so that another end may follow it. */
  boolean canCut(int sequence, int size);

  /** Forgets a sequence from a position on, where it {@link #canCut be cut} or from the first. */
  void remove(int sequence, int from);

  /** Has an empty sequence begin with what another one begins with. */
  void share(int source, int target, int until);

  /** Writes what a sequence of these tokens holds; false if it could not. */
  boolean save(int sequence, int[] tokens, Path file);

  /** Reads what {@link #save} wrote and returns its tokens; none if it could not. */
  int[] restore(int sequence, Path file, int most);

  /**
   * Returns what computes in a context, on so many threads as others leave.
   *
   * @param cuts whether sequences of the model can be cut at all
   * @param window how many tokens some layers look back, which keep no more; 0 for all
   */
  static Computing in(NativeContext context, Workers workers, boolean cuts, int window) {
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
      public boolean canCut(int sequence, int size) {
        return cuts
            && (window == 0 || context.firstPosition(sequence) <= Math.max(0, size - window));
      }

      @Override
      public void remove(int sequence, int from) {
        context.remove(sequence, from);
      }

      @Override
      public void share(int source, int target, int until) {
        context.share(source, target, until);
      }

      @Override
      public boolean save(int sequence, int[] tokens, Path file) {
        return context.save(sequence, tokens, file);
      }

      @Override
      public int[] restore(int sequence, Path file, int most) {
        return context.restore(sequence, file, most);
      }
    };
  }
}
