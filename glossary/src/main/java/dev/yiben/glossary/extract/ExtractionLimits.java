package dev.yiben.glossary.extract;

/**
 * How many terms are proposed.
 *
 * @param leastCount how often a name must occur at least; compounds must occur more often
 * @param most how many terms are proposed at most
 * @param contexts how many passages are shown of each at most
 */
public record ExtractionLimits(int leastCount, int most, int contexts) {
  /** Names that occur three times, at most 200 terms with six passages each. */
  public static final ExtractionLimits DEFAULT = new ExtractionLimits(3, 200, 6);
}
