package dev.yiben.inference.llamacpp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Follows which slot llama.cpp takes for a request and what the slot holds, since the binding does
 * not tell how many tokens of a prompt were evaluated.
 *
 * <p>llama.cpp takes the free slot that has most in common with the prompt, if that is most of what
 * the slot holds; else the one that was not used for longest. It keeps what is equal from the start
 * on. Here only what is equal from the start on counts for having in common, which is all of it for
 * requests that go on where their stream ended.
 */
final class SlotHistory {
  /** Tokens that one piece of text may be made of, where a character takes several. */
  private static final int MOST_TOKENS_OF_PIECE = 8;

  private final List<Slot> slots = new ArrayList<>();
  private final double similar;
  private final Function<int[], String> decoder;
  private long clock;

  /** What a slot holds: the tokens of a prompt, then what was generated, as pieces of text. */
  static final class Slot {
    private int[] prompt = new int[0];
    private List<String> answer = List.of();
    private long lastUsed = -1;
    private boolean busy;
  }

  /**
   * A request in its slot.
   *
   * @param reused tokens at the start of its prompt that were there already
   */
  record Use(Slot slot, int reused) {}

  /**
   * Creates the history of empty slots.
   *
   * @param similar part of what a slot holds that a prompt must have in common with it
   * @param decoder turns tokens into text
   */
  SlotHistory(int count, double similar, Function<int[], String> decoder) {
    for (int i = 0; i < count; i++) {
      slots.add(new Slot());
    }
    this.similar = similar;
    this.decoder = decoder;
  }

  /**
   * Chooses the slot of a request; one must be free.
   *
   * @param keeping whether it takes up and leaves tokens in its slot
   */
  synchronized Use begin(int[] prompt, boolean keeping) {
    Slot best = null;
    int most = 0;
    for (Slot slot : slots) {
      int held = slot.prompt.length + slot.answer.size();
      int common = slot.busy || held == 0 ? 0 : common(slot, prompt);
      if (common > most && common > similar * held) {
        best = slot;
        most = common;
      }
    }
    Slot taken = best == null ? leastRecentlyUsed() : best;
    int reused = keeping ? common(taken, prompt) : 0;
    taken.busy = true;
    taken.prompt = keeping ? prompt.clone() : new int[0];
    taken.answer = List.of();
    // The last token is evaluated in any case, to go on from it.
    return new Use(taken, Math.max(0, Math.min(reused, prompt.length - 1)));
  }

  private Slot leastRecentlyUsed() {
    Slot oldest = null;
    for (Slot slot : slots) {
      if (!slot.busy && (oldest == null || slot.lastUsed < oldest.lastUsed)) {
        oldest = slot;
      }
    }
    if (oldest == null) {
      throw new IllegalStateException("No slot is free");
    }
    return oldest;
  }

  /** Frees the slot of a request; the last piece of its answer was never evaluated. */
  synchronized void end(Use use, List<String> pieces) {
    Slot slot = use.slot();
    if (slot.prompt.length > 0 && !pieces.isEmpty()) {
      slot.answer = List.copyOf(pieces.subList(0, pieces.size() - 1));
    }
    slot.busy = false;
    slot.lastUsed = clock++;
  }

  /** Returns how many tokens a slot and a prompt have in common from the start on. */
  private int common(Slot slot, int[] prompt) {
    int mismatch = Arrays.mismatch(slot.prompt, prompt);
    if (mismatch >= 0 && mismatch < slot.prompt.length) {
      return mismatch;
    }
    int at = Math.min(slot.prompt.length, prompt.length);
    for (String piece : slot.answer) {
      int end = endOf(piece, prompt, at);
      if (end < 0) {
        break;
      }
      at = end;
    }
    return at;
  }

  private int endOf(String piece, int[] prompt, int from) {
    for (int end = from + 1; end <= Math.min(prompt.length, from + MOST_TOKENS_OF_PIECE); end++) {
      if (decoder.apply(Arrays.copyOfRange(prompt, from, end)).equals(piece)) {
        return end;
      }
    }
    return -1;
  }
}
