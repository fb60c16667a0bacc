package dev.yiben.cli;

import java.util.Locale;

/** Writes bytes for people. */
final class Sizes {
  private static final double MEGA = 1e6;
  private static final double GIGA = 1e9;

  private Sizes() {}

  /** Returns a size in decimal units as the sites of models give it, such as {@code 4.7 GB}. */
  static String text(long bytes) {
    if (bytes >= GIGA) {
      return String.format(Locale.ROOT, "%.1f GB", bytes / GIGA);
    }
    return bytes >= MEGA
        ? String.format(Locale.ROOT, "%.0f MB", bytes / MEGA)
        : String.format(Locale.ROOT, "%.0f kB", Math.ceil(bytes / 1e3));
  }
}
