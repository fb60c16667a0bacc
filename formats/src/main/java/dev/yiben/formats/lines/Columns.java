package dev.yiben.formats.lines;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.EastAsianWidth;
import com.ibm.icu.lang.UProperty;

/** Measures text in columns of a fixed-width font, of which wide characters take two. */
public final class Columns {
  private static final int TAB = 8;

  private Columns() {}

  /** Returns the columns of a text that begins at the left edge. */
  public static int of(CharSequence text) {
    return of(text, 0, text.length());
  }

  /** Returns the columns of a range of a text that begins at the left edge. */
  public static int of(CharSequence text, int start, int end) {
    int columns = 0;
    for (int i = start; i < end; ) {
      int c = Character.codePointAt(text, i);
      columns += c == '\t' ? TAB - columns % TAB : of(c);
      i += Character.charCount(c);
    }
    return columns;
  }

  /** Returns the columns of a character (UAX 11); none for one that takes no room of its own. */
  public static int of(int c) {
    if (c >= ' ' && c <= '~') {
      return 1;
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.CONTROL ->
          0;
      default -> isWide(c) ? 2 : 1;
    };
  }

  /** Returns whether a character takes two columns. */
  public static boolean isWide(int c) {
    if (c < 0x1100) {
      return false;
    }
    int width = UCharacter.getIntPropertyValue(c, UProperty.EAST_ASIAN_WIDTH);
    return width == EastAsianWidth.WIDE || width == EastAsianWidth.FULLWIDTH;
  }
}
