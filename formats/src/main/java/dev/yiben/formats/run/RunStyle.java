package dev.yiben.formats.run;

/**
 * How a run looks.
 *
 * @param key what it looks like: runs of equal keys look the same to a reader, whatever else their
 *     properties say; also what the model's user sees of the code
 * @param properties the run's properties as they are written again
 * @param showsOnSpaces whether a space in it can be seen, as when it is underlined
 */
public record RunStyle(String key, String properties, boolean showsOnSpaces) {
  /** No properties. */
  public static final RunStyle PLAIN = new RunStyle("", "", false);
}
