package dev.yiben.formats.format.renpy;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.TagPairs;
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

  /**
   * A value in pieces, and which of it is to be translated.
   *
   * @param pieces all of it
   * @param pairs which tags belong together
   * @param first index of the first piece
   * @param last index of the last piece; before the first if nothing is to translate
   * @param start offset of the first character
   * @param end offset after the last one
   */
  private record Core(
      String value, List<Piece> pieces, TagPairs pairs, int first, int last, int start, int end) {}

  /** Reads the value of a literal. */
  static GameText of(String value, boolean percent) {
    Core core = core(value, percent);
    return new GameText(
        value.substring(0, core.start()), source(core), value.substring(core.end()), percent);
  }

  private static Core core(String value, boolean percent) {
    List<Piece> pieces = PieceScanner.pieces(value, percent);
    TagPairs pairs = TagPairs.of(pieces);
    int first = 0;
    int last = pieces.size() - 1;
    boolean changed = true;
    while (changed && first <= last) {
      changed = true;
      if (isEdge(pieces.get(first), pairs.partner(first))) {
        first++;
      } else if (isEdge(pieces.get(last), pairs.partner(last))) {
        last--;
      } else if (pairs.partner(first) == last) {
        first++;
        last--;
      } else if (pairs.partner(first) == first + 1) {
        first += 2;
      } else if (pairs.partner(last) >= 0 && pairs.partner(last) == last - 1) {
        last -= 2;
      } else {
        changed = false;
      }
    }
    if (first > last) {
      return new Core(value, pieces, pairs, first, last, value.length(), value.length());
    }
    int start = pieces.get(first).start();
    int end = pieces.get(last).end();
    while (pieces.get(first).is(Kind.TEXT) && isSpace(value.charAt(start))) {
      start++;
    }
    while (pieces.get(last).is(Kind.TEXT) && isSpace(value.charAt(end - 1))) {
      end--;
    }
    return new Core(value, pieces, pairs, first, last, start, end);
  }

  private static boolean isEdge(Piece piece, int partner) {
    return piece.showsNothing() && partner < 0;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == 0xA0;
  }

  private static CodedText source(Core core) {
    CodedText.Builder source = CodedText.builder();
    int[] numbers = new int[core.pieces().size()];
    for (int i = core.first(); i <= core.last(); i++) {
      Piece piece = core.pieces().get(i);
      int partner = core.pairs().partner(i);
      String original = original(core, piece);
      if (piece.is(Kind.TEXT)) {
        source.text(original);
      } else if (piece.is(Kind.DOUBLED)) {
        source.text(piece.visible());
      } else if (partner < 0) {
        source.standalone(original, piece.visible());
      } else if (partner > i) {
        numbers[i] = source.open(original);
      } else {
        source.close(numbers[partner], original);
      }
    }
    return source.build();
  }

  private static String original(Core core, Piece piece) {
    return core.value()
        .substring(Math.max(core.start(), piece.start()), Math.min(core.end(), piece.end()));
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
    Core core = core(value, percent);
    Map<String, Deque<InlineCode>> unused = new HashMap<>();
    for (InlineCode code : source.codes()) {
      unused.computeIfAbsent(code.original(), key -> new ArrayDeque<>()).add(code);
    }
    StringBuilder marked = new StringBuilder();
    for (int i = core.first(); i <= core.last(); i++) {
      Piece piece = core.pieces().get(i);
      String original = original(core, piece);
      Deque<InlineCode> codes = unused.getOrDefault(original, new ArrayDeque<>());
      if (piece.is(Kind.TEXT) || piece.is(Kind.DOUBLED) || codes.isEmpty()) {
        String text = piece.is(Kind.DOUBLED) ? piece.visible() : original;
        marked.append(text.replace('\n', ' ').replace('⟦', '[').replace('⟧', ']'));
      } else {
        marked.append(codes.remove().placeholder());
      }
    }
    return source.withMarked(marked.toString());
  }
}
