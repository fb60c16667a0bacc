package dev.yiben.formats.format;

import java.util.Map;
import java.util.TreeMap;

/**
 * Accounts for the text of a file: {@code total} = the characters of all segments' plain text +
 * those outside of segments by rule.
 *
 * <p>A character is a code point that is not white space.
 *
 * @param total characters of text in the file
 * @param outside characters that are in no segment's plain text, by the rule that left them out,
 *     such as {@code ruby-reading} or {@code inline-code}
 */
public record Coverage(long total, Map<String, Long> outside) {
  public Coverage {
    outside = Map.copyOf(new TreeMap<>(outside));
  }

  /** Counts the characters of a text. */
  public static long characters(CharSequence text) {
    long characters = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean secondOfPair =
          Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
      if (!secondOfPair && !Character.isWhitespace(c) && c != 0xA0) {
        characters++;
      }
    }
    return characters;
  }
}
