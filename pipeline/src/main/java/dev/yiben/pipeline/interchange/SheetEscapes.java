package dev.yiben.pipeline.interchange;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Escapes of cells: {@code _x000A_} stands for a character (ECMA-376, 22.9.2.19). */
final class SheetEscapes {
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private SheetEscapes() {}

  /** Returns a text that is read as this one, even if it looks like an escape. */
  static String escaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement("_x005F" + found.group()));
  }
}
