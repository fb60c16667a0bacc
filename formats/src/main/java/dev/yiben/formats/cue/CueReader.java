package dev.yiben.formats.cue;

import dev.yiben.formats.cue.Piece.Kind;
import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.lines.LineJoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes coded text of the pieces of a cue. */
final class CueReader {
  private final String text;
  private final PieceList pieces;
  private int first;
  private int last;

  /** What each piece shows, without white space at the edges of lines. */
  private final String[] shown;

  CueReader(String text, PieceList pieces) {
    this.text = text;
    this.pieces = pieces;
    this.last = pieces.size() - 1;
    this.shown = new String[pieces.size()];
  }

  Optional<CueText> read(int outerStart, int outerEnd) {
    findEdges();
    if (first > last) {
      return Optional.empty();
    }
    int start = pieces.get(first).start();
    int end = pieces.get(last).end();
    if (pieces.get(first).is(Kind.TEXT)) {
      while (Piece.isSpace(text.charAt(start))) {
        start++;
      }
    }
    if (pieces.get(last).is(Kind.TEXT)) {
      while (Piece.isSpace(text.charAt(end - 1))) {
        end--;
      }
    }
    stripLines();
    boolean shows = false;
    for (int i = first; i <= last; i++) {
      shows |= !shown[i].isBlank();
    }
    return shows
        ? Optional.of(new CueText(outerStart, outerEnd, start, end, source()))
        : Optional.empty();
  }

  private void findEdges() {
    boolean changed = true;
    while (changed && first <= last) {
      changed = true;
      if (isEdge(first)) {
        first++;
      } else if (isEdge(last)) {
        last--;
      } else if (pieces.partner(first) == last) {
        first++;
        last--;
      } else if (pieces.partner(first) == first + 1) {
        first += 2;
      } else if (pieces.partner(last) >= 0 && pieces.partner(last) == last - 1) {
        last -= 2;
      } else {
        changed = false;
      }
    }
  }

  private boolean isEdge(int index) {
    return pieces.get(index).showsNothing() && pieces.partner(index) < 0;
  }

  private void stripLines() {
    boolean atEdge = true;
    for (int i = first; i <= last; i++) {
      shown[i] = pieces.get(i).is(Kind.OMITTED) ? "" : pieces.get(i).visible();
      atEdge = strip(i, atEdge, false);
    }
    atEdge = true;
    for (int i = last; i >= first; i--) {
      atEdge = strip(i, atEdge, true);
    }
  }

  private boolean strip(int index, boolean atEdge, boolean atEnd) {
    Piece piece = pieces.get(index);
    if (piece.is(Kind.BREAK)) {
      return true;
    }
    if (atEdge && piece.is(Kind.TEXT)) {
      shown[index] = stripped(shown[index], atEnd);
    }
    return atEdge && shown[index].isEmpty();
  }

  private static String stripped(String text, boolean atEnd) {
    int start = 0;
    int end = text.length();
    while (!atEnd && start < end && Piece.isSpace(text.charAt(start))) {
      start++;
    }
    while (atEnd && start < end && Piece.isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private CodedText source() {
    List<Integer> breaks = new ArrayList<>();
    StringBuilder whole = new StringBuilder();
    for (int i = first; i <= last; i++) {
      if (pieces.get(i).is(Kind.BREAK)) {
        breaks.add(i);
      }
      whole.append(shown[i]);
    }
    LineMeaning meaning = LineMeaning.of(whole);
    CodedText.Builder source = CodedText.builder();
    int[] numbers = new int[pieces.size()];
    int from = first;
    Line line = line(from, breaks.isEmpty() ? last + 1 : breaks.get(0));
    for (int b = 0; b <= breaks.size(); b++) {
      int end = b < breaks.size() ? breaks.get(b) : last + 1;
      add(source, numbers, from, end);
      from = end + 1;
      if (b < breaks.size()) {
        Line next = line(from, b + 1 < breaks.size() ? breaks.get(b + 1) : last + 1);
        boolean voice = pieces.get(from).is(Kind.OPEN) && pieces.get(from).name().equals("v");
        boolean apart = voice || pieces.get(end).visible().equals(PieceList.APART);
        if (apart || meaning.isApart(line, next)) {
          from = addBreak(source, end);
        } else {
          source.text(LineJoint.between(line.text(), next.text()));
        }
        line = next;
      }
    }
    return source.build();
  }

  private Line line(int start, int end) {
    StringBuilder line = new StringBuilder();
    for (int i = start; i < end; i++) {
      line.append(shown[i]);
    }
    boolean opens = start < end && pieces.get(start).is(Kind.OPEN);
    boolean closes = start < end && pieces.get(end - 1).is(Kind.CLOSE);
    return new Line(line.toString(), opens, closes);
  }

  /** Adds a line break with the codes right after it that show nothing; returns where to go on. */
  private int addBreak(CodedText.Builder source, int index) {
    int end = index + 1;
    while (end <= last && isLoose(end)) {
      end++;
    }
    source.standalone(text.substring(pieces.get(index).start(), pieces.get(end - 1).end()), "\n");
    return end;
  }

  /** Returns whether a piece is a code that shows nothing and has no other half. */
  private boolean isLoose(int index) {
    return !pieces.get(index).is(Kind.TEXT)
        && !pieces.get(index).is(Kind.BREAK)
        && !pieces.get(index).is(Kind.OMITTED)
        && pieces.partner(index) < 0
        && shown[index].isEmpty();
  }

  private void add(CodedText.Builder source, int[] numbers, int start, int end) {
    for (int i = start; i < end; i++) {
      Piece piece = pieces.get(i);
      int partner = pieces.partner(i);
      if (piece.is(Kind.TEXT)) {
        source.text(shown[i]);
      } else if (partner < 0 && !piece.is(Kind.OMITTED)) {
        int next = i + 1;
        while (isLoose(i) && next < end && isLoose(next)) {
          next++;
        }
        source.standalone(text.substring(piece.start(), pieces.get(next - 1).end()), shown[i]);
        i = next - 1;
      } else if (piece.is(Kind.OPEN)) {
        numbers[i] = source.open(text.substring(piece.start(), piece.end()));
      } else if (piece.is(Kind.CLOSE)) {
        source.close(numbers[partner], text.substring(piece.start(), piece.end()));
      }
    }
  }

  /**
   * A line as a reader sees it.
   *
   * @param text without white space at its edges
   * @param opens whether it begins with the first half of a pair of tags
   * @param closes whether it ends with the second half of one
   */
  record Line(String text, boolean opens, boolean closes) {}
}
