package dev.yiben.inference.download;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Takes the body of an answer, piece by piece. */
@FunctionalInterface
interface BodySink {
  /** Takes all of a buffer and returns whether more is wanted. */
  boolean accept(ByteBuffer bytes) throws IOException;
}
