package dev.yiben.formats.format;

import java.util.Locale;

/** What a translated document shows. */
public enum Layout {
  /** The targets in the places of their sources. */
  TARGET,
  /** Every target below its source. */
  BILINGUAL,
  /** Every target above its source. */
  BILINGUAL_ABOVE,
  /** Every target beside its source. */
  BILINGUAL_SIDE;

  /** Returns whether sources stay beside their targets. */
  public boolean isBilingual() {
    return this != TARGET;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
