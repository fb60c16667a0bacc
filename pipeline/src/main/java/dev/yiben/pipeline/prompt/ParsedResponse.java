package dev.yiben.pipeline.prompt;

import java.util.Map;
import java.util.SortedMap;

/**
 * An answer, line by line.
 *
 * @param texts marked targets by line number; each line complete and unique
 * @param faults what is wrong with the other lines that the answer reached, by number
 * @param reached the highest line that the model came to; lines after it were never tried
 * @param confidence geometric means of the probabilities that the model gave to the tokens of a
 *     line, above 0 and at most 1, by number; none where the engine does not tell
 */
public record ParsedResponse(
    SortedMap<Integer, String> texts,
    Map<Integer, String> faults,
    int reached,
    Map<Integer, Double> confidence) {
  /** Creates an answer of whose tokens no probabilities are known. */
  public ParsedResponse(
      SortedMap<Integer, String> texts, Map<Integer, String> faults, int reached) {
    this(texts, faults, reached, Map.of());
  }
}
