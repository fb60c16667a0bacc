package dev.yiben.formats.format;

import java.util.Locale;

/** What becomes of ruby readings over text that is translated. */
public enum RubyReadings {
  /** They go: a reading tells how the source is spoken. */
  DROP,
  /** They stay, over the translation of their base. */
  KEEP;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
