package dev.yiben.formats.pdf.score;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/** The letters of all glyphs of a page in the order in which they are shown, to find texts in. */
final class LetterStream {
  /** Shorter pieces are taken for the text that is looked for only where they follow on. */
  private static final int SHORTEST_PIECE = 3;

  private static final int FOLLOWING = 4;

  private final List<ShownGlyph> glyphs;
  private final StringBuilder letters = new StringBuilder();
  private final List<Integer> owners = new ArrayList<>();
  private final BitSet used = new BitSet();

  LetterStream(List<ShownGlyph> glyphs) {
    this.glyphs = glyphs;
    BitSet twice = ShownTwice.of(glyphs);
    for (int i = 0; i < glyphs.size(); i++) {
      String text = twice.get(i) ? "" : glyphs.get(i).letters();
      // A ligature of a script that runs to the left, in a line shown from left to right.
      boolean visual =
          text.length() > 1
              && Bidi.requiresBidi(text.toCharArray(), 0, text.length())
              && i > 0
              && glyphs.get(i - 1).x() < glyphs.get(i).x();
      letters.append(visual ? new StringBuilder(text).reverse() : text);
      for (int k = 0; k < text.length(); k++) {
        owners.add(i);
      }
    }
  }

  /**
   * Where a text was found.
   *
   * @param glyphs that show it, in the order of the text
   * @param rest letters of the text that were not found
   */
  record Found(List<Integer> glyphs, String rest) {}

  /** Finds a text, or what there is of it, and takes it, so that it is found once. */
  Found take(String text) {
    return take(text, at -> at);
  }

  /**
   * Finds a text near a place, if it is there several times, and takes it.
   *
   * @param x where it begins
   * @param y where it begins
   */
  Found take(String text, double x, double y) {
    return take(text, near(x, y));
  }

  private Nearness near(double x, double y) {
    return at -> {
      ShownGlyph glyph = glyphs.get(owners.get(at));
      return Math.hypot(glyph.x() - x, glyph.y() - y);
    };
  }

  /** How far a letter is from where a text is expected. */
  private interface Nearness {
    double distance(int at);
  }

  private Found take(String text, Nearness from) {
    Found found = cover(text, from);
    if (!found.rest().isEmpty() && Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
      // Shown from left to right, as many files have it.
      for (String shown : List.of(visual(text), new StringBuilder(text).reverse().toString())) {
        Found other = cover(shown, from);
        found = other.rest().length() < found.rest().length() ? other : found;
      }
    }
    take(found.glyphs());
    return found;
  }

  /** Finds a text as a whole, the nearest to a place of several; empty if it is not there. */
  List<Integer> whole(String text, double x, double y) {
    return whole(text, near(x, y));
  }

  private List<Integer> whole(String text, Nearness from) {
    int best = -1;
    for (int at = letters.indexOf(text); at >= 0; at = letters.indexOf(text, at + 1)) {
      if (isFree(at, text.length()) && (best < 0 || from.distance(at) < from.distance(best))) {
        best = at;
      }
    }
    return best < 0 ? List.of() : owners(best, text.length());
  }

  /** Takes glyphs of a text, so that they are found in no other. */
  void take(List<Integer> found) {
    found.forEach(this::use);
  }

  private boolean isFree(int at, int length) {
    int next = used.nextSetBit(at);
    return next < 0 || next >= at + length;
  }

  private void use(int glyph) {
    int low = 0;
    int high = owners.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (owners.get(middle) < glyph) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    while (low < owners.size() && owners.get(low) == glyph) {
      used.set(low++);
    }
  }

  boolean isTaken(int glyph) {
    int at = Collections.binarySearch(owners, glyph);
    return at >= 0 && used.get(at);
  }

  /** Returns a text in the order in which a line would show it. */
  private static String visual(String text) {
    int[] points = text.codePoints().toArray();
    Bidi bidi = new Bidi(text, Bidi.DIRECTION_RIGHT_TO_LEFT);
    byte[] levels = new byte[points.length];
    Integer[] order = new Integer[points.length];
    for (int i = 0; i < points.length; i++) {
      levels[i] = (byte) bidi.getLevelAt(text.offsetByCodePoints(0, i));
      order[i] = points[i];
    }
    Bidi.reorderVisually(levels, 0, order, 0, points.length);
    StringBuilder visual = new StringBuilder();
    for (int point : order) {
      visual.appendCodePoint(point);
    }
    return visual.toString();
  }

  private Found cover(String text, Nearness from) {
    List<Integer> found = new ArrayList<>();
    StringBuilder rest = new StringBuilder();
    BitSet here = new BitSet();
    int after = -1;
    int at = 0;
    while (at < text.length()) {
      Piece piece = longest(text, at, after, here, from);
      boolean follows = piece.start() >= after && piece.start() - after < FOLLOWING && after >= 0;
      boolean enough = piece.length() >= Math.min(SHORTEST_PIECE, text.length());
      if (piece.length() == 0 || !(follows || enough)) {
        rest.append(text.charAt(at++));
        continue;
      }
      here.set(piece.start(), piece.start() + piece.length());
      found.addAll(owners(piece.start(), piece.length()));
      at += piece.length();
      after = piece.start() + piece.length();
    }
    return new Found(found.stream().distinct().toList(), rest.toString());
  }

  private record Piece(int start, int length) {}

  private Piece longest(String text, int at, int after, BitSet here, Nearness from) {
    Piece best = new Piece(0, 0);
    int bestWeight = 0;
    double bestDistance = Double.MAX_VALUE;
    char first = text.charAt(at);
    for (int i = 0; i < letters.length(); i++) {
      if (letters.charAt(i) != first) {
        continue;
      }
      int length = 0;
      while (at + length < text.length()
          && i + length < letters.length()
          && letters.charAt(i + length) == text.charAt(at + length)
          && !used.get(i + length)
          && !here.get(i + length)) {
        length++;
      }
      // What follows on is more likely than what is longer.
      int weight = after >= 0 && i >= after && i - after < FOLLOWING ? 4 * length : length;
      if (length > 0 && weight >= bestWeight) {
        double distance = after >= 0 ? distance(i, after) : from.distance(i);
        if (weight > bestWeight || distance < bestDistance) {
          best = new Piece(i, length);
          bestWeight = weight;
          bestDistance = distance;
        }
      }
    }
    return best;
  }

  private static double distance(int at, int after) {
    return at >= after ? at - after : after - at + 1e6;
  }

  private List<Integer> owners(int at, int length) {
    return owners.subList(at, at + length).stream().distinct().toList();
  }
}
