package dev.yiben.formats.format;

import java.util.Locale;

/** How lines run in a translated document whose source is set in vertical lines. */
public enum WritingMode {
  /** As in the source. */
  KEEP,
  /** From left to right or right to left, and downwards. */
  HORIZONTAL,
  /** As in the source if the target's language is set in vertical lines too, else horizontal. */
  AUTO;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
