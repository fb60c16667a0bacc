package dev.yiben.pipeline.memory.exchange;

import java.io.IOException;
import java.nio.file.Path;

/** Reads a kind of file. */
interface PairReader {
  /** Returns what the kind is called. */
  String name();

  /** Returns whether a file that begins like that is one. */
  boolean matches(Path file, String head);

  /** Passes on all pairs of a file. */
  void read(Path file, ForeignPair.Sink sink) throws IOException;
}
