package dev.yiben.cli.bench;

import java.util.List;
import java.util.stream.IntStream;

/** The middle one of several measurements, which a disturbed one does not move. */
final class Median {
  private Median() {}

  /** Returns the median of the ratios of numbers that belong together. */
  static double ofRatios(List<Double> numerators, List<Double> denominators) {
    return of(
        IntStream.range(0, numerators.size())
            .mapToObj(i -> numerators.get(i) / denominators.get(i))
            .toList());
  }

  /** Returns the median of at least one number. */
  static double of(List<Double> numbers) {
    List<Double> sorted = numbers.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
