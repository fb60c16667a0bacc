package dev.yiben.formats.format.renpy;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.TextRun;
import dev.yiben.formats.format.renpy.Piece.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A text that the engine shows, as what is translated of it: without the spaces and tags at its
 * edges and those that wrap the whole of it.
 *
 * @param before what stands before the text to translate
 * @param source the text with its tags, variables and line breaks as codes; blank if nothing is to
 *     translate
 * @param after what stands after it
 * @param percent whether a percent sign is written twice
 */
record GameText(String before, CodedText source, String after, boolean percent) {
  private static final Pattern COMMENT = Pattern.compile("\\{#[^}]*+\\}");

  /** Reads the value of a literal. */
  static GameText of(String value, boolean percent) {
    List<Piece> pieces = PieceScanner.pieces(value, percent);
    int[] partners = Pairs.partners(pieces);
    int first = 0;
    int last = pieces.size() - 1;
    boolean changed = true;
    while (changed && first <= last) {
      changed = true;
      if (isEdge(pieces.get(first), partners[first])) {
        first++;
      } else if (isEdge(pieces.get(last), partners[last])) {
        last--;
      } else if (partners[first] == last) {
        first++;
        last--;
      } else if (partners[first] == first + 1) {
        first += 2;
      } else if (partners[last] >= 0 && partners[last] == last - 1) {
        last -= 2;
      } else {
        changed = false;
      }
    }
    if (first > last) {
      return new GameText(value, CodedText.of(""), "", percent);
    }
    int start = pieces.get(first).start();
    int end = pieces.get(last).end();
    while (pieces.get(first).is(Kind.TEXT) && isSpace(value.charAt(start))) {
      start++;
    }
    while (pieces.get(last).is(Kind.TEXT) && isSpace(value.charAt(end - 1))) {
      end--;
    }
    CodedText source = source(value, pieces, partners, first, last, start, end);
    return new GameText(value.substring(0, start), source, value.substring(end), percent);
  }

  private static boolean isEdge(Piece piece, int partner) {
    return piece.showsNothing() && partner < 0;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == 0xA0;
  }

  private static CodedText source(
      String value, List<Piece> pieces, int[] partners, int first, int last, int start, int end) {
    CodedText.Builder source = CodedText.builder();
    int[] numbers = new int[pieces.size()];
    for (int i = first; i <= last; i++) {
      Piece piece = pieces.get(i);
      String original = value.substring(Math.max(start, piece.start()), Math.min(end, piece.end()));
      if (piece.is(Kind.TEXT)) {
        source.text(original);
      } else if (piece.is(Kind.DOUBLED)) {
        source.text(piece.visible());
      } else if (partners[i] < 0) {
        source.standalone(original, piece.visible());
      } else if (partners[i] > i) {
        numbers[i] = source.open(original);
      } else {
        source.close(numbers[partners[i]], original);
      }
    }
    return source.build();
  }

  /** Returns this text without what tells equal strings apart, which no translation needs. */
  GameText withoutComments() {
    return new GameText(
        COMMENT.matcher(before).replaceAll(""),
        source,
        COMMENT.matcher(after).replaceAll(""),
        percent);
  }

  /** Returns whether there is something to translate. */
  boolean isEmpty() {
    return source.content().isEmpty();
  }

  /**
   * Returns the value of a literal that shows a target in the place of the source: nothing in the
   * target's own text is taken for a tag, a variable or a substitution.
   */
  String value(CodedText target) {
    StringBuilder value = new StringBuilder(before);
    for (Inline inline : target.content()) {
      if (inline instanceof TextRun run) {
        appendText(value, run.text());
      } else if (inline instanceof InlineCode code) {
        value.append(code.original());
      }
    }
    return value.append(after).toString();
  }

  private void appendText(StringBuilder value, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      value.append(c);
      if (c == '[' || c == '{' || (c == '%' && percent)) {
        value.append(c);
      }
    }
  }

  /**
   * Returns the text to translate of another value, such as an existing translation, with this
   * source's codes as far as it has them; other codes are text as they stand there.
   */
  CodedText align(String value) {
    List<Piece> pieces = PieceScanner.pieces(value, percent);
    GameText other = of(value, percent);
    Map<String, Deque<InlineCode>> unused = new HashMap<>();
    for (InlineCode code : source.codes()) {
      unused.computeIfAbsent(code.original(), key -> new ArrayDeque<>()).add(code);
    }
    StringBuilder marked = new StringBuilder();
    int end = value.length() - other.after().length();
    for (Piece piece : pieces) {
      int from = Math.max(piece.start(), other.before().length());
      int to = Math.min(piece.end(), end);
      if (from < to) {
        String original = value.substring(from, to);
        Deque<InlineCode> codes = unused.getOrDefault(original, new ArrayDeque<>());
        if (piece.is(Kind.TEXT) || piece.is(Kind.DOUBLED) || codes.isEmpty()) {
          String text = piece.is(Kind.DOUBLED) ? piece.visible() : original;
          marked.append(text.replace('\n', ' ').replace('⟦', '[').replace('⟧', ']'));
        } else {
          marked.append(codes.remove().placeholder());
        }
      }
    }
    return source.withMarked(marked.toString());
  }
}
