package dev.yiben.inference.libllama;

import com.sun.jna.Pointer;

/** Text of C in memory. */
final class NativeText {
  private static final int LONGEST = 1 << 20;

  private NativeText() {}

  /** Returns its bytes; of an unending one the beginning. */
  static byte[] bytes(Pointer text) {
    int length = 0;
    while (length < LONGEST && text.getByte(length) != 0) {
      length++;
    }
    return text.getByteArray(0, length);
  }
}
