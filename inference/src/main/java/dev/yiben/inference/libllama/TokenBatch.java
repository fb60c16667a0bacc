package dev.yiben.inference.libllama;

import com.sun.jna.Memory;
import com.sun.jna.Native;

/** Tokens of one or more sequences, to be computed at once. */
public final class TokenBatch implements AutoCloseable {
  private final int room;
  private final Memory tokens;
  private final Memory positions;
  private final Memory counts;
  private final Memory sequenceNumbers;
  private final Memory sequences;
  private final Memory outputs;
  private final BatchStructure structure = new BatchStructure();
  private int size;
  private boolean closed;

  /** Creates a batch for so many tokens. */
  public TokenBatch(int room) {
    this.room = room;
    tokens = new Memory((long) Integer.BYTES * room);
    positions = new Memory((long) Integer.BYTES * room);
    counts = new Memory((long) Integer.BYTES * room);
    sequenceNumbers = new Memory((long) Integer.BYTES * room);
    sequences = new Memory((long) Native.POINTER_SIZE * room);
    outputs = new Memory(room);
    for (int i = 0; i < room; i++) {
      counts.setInt((long) Integer.BYTES * i, 1);
      sequences.setPointer(
          (long) Native.POINTER_SIZE * i, sequenceNumbers.share((long) Integer.BYTES * i));
    }
    structure.tokens = tokens;
    structure.positions = positions;
    structure.sequenceCounts = counts;
    structure.sequences = sequences;
    structure.outputs = outputs;
  }

  /** Returns how many tokens more can be added. */
  public int free() {
    return room - size;
  }

  /** Returns how many tokens there are. */
  public int size() {
    return size;
  }

  /** Takes all tokens out. */
  public void clear() {
    size = 0;
  }

  /**
   * Adds a token.
   *
   * @param output whether its logits are wanted
   * @return its place in the batch
   */
  public int add(int token, int position, int sequence, boolean output) {
    if (size == room || closed) {
      throw new IllegalStateException(closed ? "The batch was freed" : "The batch is full");
    }
    long offset = (long) Integer.BYTES * size;
    tokens.setInt(offset, token);
    positions.setInt(offset, position);
    sequenceNumbers.setInt(offset, sequence);
    outputs.setByte(size, (byte) (output ? 1 : 0));
    return size++;
  }

  BatchStructure structure() {
    if (closed) {
      throw new IllegalStateException("The batch was freed");
    }
    structure.count = size;
    return structure;
  }

  /** Frees the memory. */
  @Override
  public void close() {
    closed = true;
    for (Memory memory :
        new Memory[] {tokens, positions, counts, sequenceNumbers, sequences, outputs}) {
      memory.close();
    }
  }
}
