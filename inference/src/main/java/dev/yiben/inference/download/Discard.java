package dev.yiben.inference.download;

import java.nio.ByteBuffer;

/**
 * Reads a short body that nobody wants, so that its connection can be used again; a long one is not
 * worth it.
 */
final class Discard implements BodySink {
  private static final int SHORT = 1 << 16;

  private int read;

  @Override
  public boolean accept(ByteBuffer bytes) {
    read += bytes.remaining();
    return read <= SHORT;
  }
}
