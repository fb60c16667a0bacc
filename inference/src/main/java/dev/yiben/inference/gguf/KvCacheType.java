package dev.yiben.inference.gguf;

import java.util.Locale;

/** How the numbers of the KV cache are stored; smaller ones save memory and cost some quality. */
public enum KvCacheType {
  F32(TensorType.F32),
  F16(TensorType.F16),
  BF16(TensorType.BF16),
  Q8_0(TensorType.Q8_0),
  Q5_1(TensorType.Q5_1),
  Q5_0(TensorType.Q5_0),
  Q4_1(TensorType.Q4_1),
  Q4_0(TensorType.Q4_0),
  IQ4_NL(TensorType.IQ4_NL);

  private final TensorType type;

  KvCacheType(TensorType type) {
    this.type = type;
  }

  /** Returns whether numbers share a scale in blocks, which not every combination can compute. */
  public boolean quantised() {
    return this != F32 && this != F16 && this != BF16;
  }

  /** Returns whether so many numbers are whole blocks. */
  public boolean fits(long elements) {
    return elements % type.blockElements() == 0;
  }

  /** Returns the bytes of so many numbers. */
  long bytes(long elements) {
    return type.bytesOfAny(elements);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
