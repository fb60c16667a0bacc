package dev.yiben.pipeline.prompt;

import java.util.Map;
import java.util.SortedMap;

/**
 * An answer, line by line.
 *
 * @param texts marked targets by line number; each line complete and unique
 * @param faults what is wrong with the other lines that the answer reached, by number
 * @param reached the highest line that the model came to; lines after it were never tried
 */
public record ParsedResponse(
    SortedMap<Integer, String> texts, Map<Integer, String> faults, int reached) {}
