package dev.yiben.formats.format;

import java.util.Locale;

/** What becomes of the names of speakers that stand in a script. */
public enum SpeakerNames {
  /** Each is translated once, and so everywhere. */
  TRANSLATE,
  /** They stay as they are. */
  KEEP;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
