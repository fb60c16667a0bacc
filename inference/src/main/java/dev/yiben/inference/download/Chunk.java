package dev.yiben.inference.download;

import java.util.concurrent.atomic.AtomicLong;

/** A part of a file, of which the first bytes are there. */
final class Chunk {
  private final long start;
  private final long length;
  private final AtomicLong done;

  Chunk(long start, long length, long done) {
    this.start = start;
    this.length = length;
    this.done = new AtomicLong(done);
  }

  long position() {
    return start + done();
  }

  long end() {
    return start + length;
  }

  long left() {
    return length - done();
  }

  long done() {
    return done.get();
  }

  void advance(int bytes) {
    done.addAndGet(bytes);
  }

  void forget() {
    done.set(0);
  }
}
