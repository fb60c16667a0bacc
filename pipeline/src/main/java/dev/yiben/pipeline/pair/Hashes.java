package dev.yiben.pipeline.pair;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Hashes of some texts, each as often as it came, that are compared quickly; immutable. */
final class Hashes {
  private final int[] sorted;

  private Hashes(int[] sorted) {
    this.sorted = sorted;
  }

  static Hashes of(Stream<String> texts) {
    return new Hashes(texts.mapToInt(String::hashCode).sorted().toArray());
  }

  int size() {
    return sorted.length;
  }

  /** Returns these and others. */
  Hashes with(Hashes others) {
    return others.size() == 0
        ? this
        : new Hashes(
            IntStream.concat(Arrays.stream(sorted), Arrays.stream(others.sorted))
                .sorted()
                .toArray());
  }

  /** Returns how many are in others too. */
  int shared(Hashes others) {
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < sorted.length && j < others.sorted.length) {
      if (sorted[i] == others.sorted[j]) {
        shared++;
        i++;
        j++;
      } else if (sorted[i] < others.sorted[j]) {
        i++;
      } else {
        j++;
      }
    }
    return shared;
  }
}
