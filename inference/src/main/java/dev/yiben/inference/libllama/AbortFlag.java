package dev.yiben.inference.libllama;

import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;

/**
 * Says to a computation whether it shall end, without a way into Java for every step of it.
 *
 * <p>{@code ggml_abort_callback} takes a pointer and returns a {@code bool}. C's {@code strlen}
 * does so too, in the registers of all 64-bit machines: 0 for an empty text, 1 for one of one
 * character.
 */
final class AbortFlag implements AutoCloseable {
  // Some strlen read as much at once.
  private static final int ROOM = 64;

  private final Memory text = new Memory(ROOM);
  private final Pointer function;

  AbortFlag() {
    text.clear();
    NativeLibrary library =
        Platform.isWindows() ? NativeLibrary.getInstance("msvcrt") : NativeLibrary.getProcess();
    function = library.getFunction("strlen");
  }

  Pointer function() {
    return function;
  }

  Pointer data() {
    return text;
  }

  synchronized void set() {
    if (Pointer.nativeValue(text) != 0) {
      text.setByte(0, (byte) 1);
    }
  }

  @Override
  public synchronized void close() {
    text.close();
  }
}
