package dev.yiben.formats.cue;

import dev.yiben.formats.cue.Piece.Kind;
import dev.yiben.formats.document.TagPairs;
import java.util.ArrayList;
import java.util.List;

/** The pieces of a cue and which of its tags belong together. */
final class PieceList {
  /** What a line break shows that surely means something: an empty line, or another tag. */
  static final String APART = "\n\n";

  private final List<Piece> pieces;
  private final TagPairs pairs;

  private PieceList(List<Piece> pieces) {
    this.pieces = pieces;
    this.pairs = TagPairs.of(pieces);
  }

  /**
   * Returns a list in which line breaks in a row are one, and so is a line break with tags around
   * it that close before it what they open again after it, such as {@code </i>} and {@code <i>}, or
   * two voices.
   */
  static PieceList of(String text, List<Piece> raw) {
    return new PieceList(withoutSeams(text, withoutEmptyLines(raw)));
  }

  private static List<Piece> withoutEmptyLines(List<Piece> raw) {
    List<Piece> pieces = new ArrayList<>(raw.size());
    for (Piece piece : raw) {
      Piece before = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
      if (piece.is(Kind.BREAK) && before != null && before.is(Kind.BREAK)) {
        pieces.set(
            pieces.size() - 1, new Piece(Kind.BREAK, before.start(), piece.end(), "", APART));
      } else {
        pieces.add(piece);
      }
    }
    return pieces;
  }

  private static List<Piece> withoutSeams(String text, List<Piece> pieces) {
    TagPairs pairs = TagPairs.of(pieces);
    List<Piece> merged = new ArrayList<>(pieces.size());
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (!piece.is(Kind.BREAK)) {
        merged.add(piece);
        continue;
      }
      int around = 0;
      String visible = piece.visible();
      while (isSeam(pieces, pairs, i - 1 - around, i + 1 + around)) {
        around++;
        merged.remove(merged.size() - 1);
        Piece opened = pieces.get(pairs.partner(i - around));
        if (!original(text, opened).equals(original(text, pieces.get(i + around)))) {
          visible = APART;
        }
      }
      int start = pieces.get(i - around).start();
      int end = pieces.get(i + around).end();
      merged.add(new Piece(Kind.BREAK, start, end, "", visible));
      i += around;
    }
    return merged;
  }

  private static boolean isSeam(List<Piece> pieces, TagPairs pairs, int before, int after) {
    if (before < 0 || after >= pieces.size()) {
      return false;
    }
    Piece close = pieces.get(before);
    Piece open = pieces.get(after);
    return close.is(Kind.CLOSE)
        && pairs.partner(before) >= 0
        && open.is(Kind.OPEN)
        && open.name().equals(close.name());
  }

  private static String original(String text, Piece piece) {
    return text.substring(piece.start(), piece.end());
  }

  int size() {
    return pieces.size();
  }

  Piece get(int index) {
    return pieces.get(index);
  }

  /** Returns the index of a tag's other half, or -1 if it has none or is not properly nested. */
  int partner(int index) {
    return pairs.partner(index);
  }
}
