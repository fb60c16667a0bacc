package dev.yiben.inference.libllama;

import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A parameter structure of llama.cpp, passed by value, of which the {@link ParameterLayout} knows
 * the offsets.
 *
 * <p>It is larger than the real ones. All calling conventions pass structures of more than 16 bytes
 * in memory, so that the callee reads its part of it.
 */
@FieldOrder("bytes")
public final class OpaqueParameters extends Structure implements Structure.ByValue {
  static final int SIZE = 256;

  /** The bytes, for JNA. */
  public byte[] bytes = new byte[SIZE];

  /** Returns the bytes as numbers; JNA copies them to native memory with each call. */
  ByteBuffer buffer() {
    return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
  }
}
