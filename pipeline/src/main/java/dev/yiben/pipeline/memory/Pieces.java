package dev.yiben.pipeline.memory;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Cuts a text into pieces by which similar ones are found.
 *
 * <p>Texts that differ in fewer places than there are pieces have at least one of them in common;
 * and the longer a piece is, the fewer texts have it by chance.
 */
final class Pieces {
  private static final Pattern PLACEHOLDER = Pattern.compile("⟦/?[0-9]{1,6}⟧");
  private static final int MOST_PIECES = 8;

  /** The index knows three characters at least. */
  private static final int SHORTEST = 3;

  private static final int USUAL = 6;
  private static final int LEAST_CHARACTERS = 6;
  private static final int MOST_CHARACTERS = 2_000;

  private Pieces() {}

  /** Returns whether a marked text is such that similar ones are worth looking for. */
  static boolean isSearchable(String marked) {
    int length = plain(marked).length();
    return length >= LEAST_CHARACTERS && length <= MOST_CHARACTERS;
  }

  /** Returns a marked text without its placeholders. */
  static String plain(String marked) {
    return PLACEHOLDER.matcher(marked).replaceAll("");
  }

  /** Returns a query for texts that have a piece of a marked text; empty if there is none. */
  static String query(String marked) {
    if (!isSearchable(marked)) {
      return "";
    }
    String text = plain(marked).replace('\0', ' ');
    int count = Math.max(2, Math.min(MOST_PIECES, text.length() / USUAL));
    Set<String> pieces = new LinkedHashSet<>();
    for (int i = 0; i < count; i++) {
      String piece = text.substring(cut(text, i, count), cut(text, i + 1, count));
      if (piece.strip().length() >= SHORTEST) {
        pieces.add('"' + piece.replace("\"", "\"\"") + '"');
      }
    }
    return pieces.stream().collect(Collectors.joining(" OR "));
  }

  private static int cut(String text, int part, int count) {
    int place = text.length() * part / count;
    return place < text.length() && Character.isLowSurrogate(text.charAt(place))
        ? place - 1
        : place;
  }
}
