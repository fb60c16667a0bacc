package dev.yiben.cli.bench;

import java.io.IOException;
import java.util.List;

/** Something to measure. */
interface Benchmark {
  /** Returns the name on the command line. */
  String name();

  /** Measures and returns the rows of the table. */
  List<Figure> measure(BenchSettings settings) throws IOException, InterruptedException;
}
