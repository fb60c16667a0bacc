package dev.yiben.formats.block;

import dev.yiben.formats.format.Layout;

/** The style sheet that two languages in one document need. */
public final class BilingualStyle {
  private static final String STACKED =
      """
      .yiben-source, .yiben-target { display: block; }
      .yiben-break { display: none; }
      """;

  /** Columns that go below each other where their container is narrow. */
  private static final String SIDE =
      """
      .yiben-pair { display: flex; flex-wrap: wrap; }
      .yiben-pair > .yiben-source, .yiben-pair > .yiben-target \
      { flex: 1 1 14em; flex: 1 1 14rem; min-width: 0; margin: 0 0.5em; }
      """;

  private BilingualStyle() {}

  /** Returns the rules for a layout, none for the target alone. */
  public static String of(Layout layout) {
    return switch (layout) {
      case TARGET -> "";
      case BILINGUAL -> STACKED + ".yiben-target { margin-top: 0.2em; }\n";
      case BILINGUAL_ABOVE -> STACKED + ".yiben-source { margin-top: 0.2em; }\n";
      case BILINGUAL_SIDE -> STACKED + SIDE;
    };
  }
}
