package dev.yiben.glossary;

/**
 * How translations should sound, in words that a model is told.
 *
 * @param text free text, such as {@code a fairy tale, told to children}; empty for none
 * @param register how readers are addressed, such as {@code formal}; empty if it is not said
 */
public record Style(String text, String register) {
  /** Says nothing. */
  public static final Style NONE = new Style("", "");
}
