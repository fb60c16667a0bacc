package dev.yiben.formats.pdf.typeset;

/** Says what of a text is drawn. */
public final class DrawnText {
  private static final int WIDE_SPACE = 0x3000;

  private DrawnText() {}

  /** Returns a text without what is not drawn, and with spaces that every font has. */
  public static String of(String text) {
    StringBuilder drawn = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (Characters.isSpace(c)) {
                drawn.appendCodePoint(c == WIDE_SPACE ? WIDE_SPACE : ' ');
              } else if (!Characters.isControl(c)) {
                drawn.appendCodePoint(c);
              }
            });
    return drawn.toString();
  }
}
