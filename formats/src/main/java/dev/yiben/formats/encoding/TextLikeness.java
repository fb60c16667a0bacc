package dev.yiben.formats.encoding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Tells text from other content by its control characters. */
public final class TextLikeness {
  private static final int SAMPLE = 1 << 16;
  private static final int FEWEST_OTHERS = 100;
  private static final int HARMLESS = 8;

  private TextLikeness() {}

  /** Returns whether the first bytes of a file may be those of a text. */
  public static boolean of(byte[] head) {
    return of(new String(head, EncodingDetector.unicode(head).orElse(ISO_8859_1)));
  }

  /** Returns whether but a few characters, at most one in a hundred, are for writing. */
  public static boolean of(String text) {
    String sample = text.substring(0, Math.min(text.length(), SAMPLE));
    long controls = sample.chars().filter(TextLikeness::isControl).count();
    return controls <= HARMLESS + sample.length() / FEWEST_OTHERS
        && !text.startsWith("%PDF-")
        && !text.startsWith("PK\3\4")
        && !text.startsWith("{\\rtf");
  }

  /** Returns whether a character is a control character that texts do not have. */
  private static boolean isControl(int c) {
    return (c < ' ' && !(c >= '\t' && c <= '\r') && c != 0x1A && c != 0x1B) || c == 0xFFFF;
  }
}
