package dev.yiben.formats.format.renpy;

import dev.yiben.formats.format.renpy.Piece.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text as the engine does: first {@code %}, then square brackets, then braces have a
 * meaning.
 *
 * <p>Source: Ren'Py documentation, "Text", sections Interpolating Data and Text Tags.
 */
final class PieceScanner {
  private static final Pattern SUBSTITUTION =
      Pattern.compile(
          "%\\((?<key>[^()]{0,200}+)\\)[#0\\- +]{0,5}+[0-9]{0,9}+(?:\\.[0-9]{0,9}+)?[hlL]?[diouxXeEfFgGcrsa]");

  private static final Map<String, String> SHOWN = Map.of("p", "\n", "vspace", "\n", "space", " ");

  private final String text;
  private final List<Piece> pieces = new ArrayList<>();
  private int done;

  /** How far it is known that nothing closes what opens: looked for once only. */
  private boolean noBrace;

  private boolean noBracket;

  private PieceScanner(String text) {
    this.text = text;
  }

  /** Returns the pieces of a text, which together are the whole of it. */
  static List<Piece> pieces(String text, boolean percent) {
    PieceScanner scanner = new PieceScanner(text);
    int position = 0;
    while (position < text.length()) {
      position =
          switch (text.charAt(position)) {
            case '[' -> scanner.bracket(position);
            case '{' -> scanner.brace(position);
            case '%' -> percent ? scanner.percent(position) : position + 1;
            case '\n' -> scanner.add(Kind.BREAK, position, position + 1, "", "\n");
            default -> position + 1;
          };
    }
    scanner.textUntil(text.length());
    return List.copyOf(scanner.pieces);
  }

  private int bracket(int start) {
    if (text.startsWith("[[", start)) {
      return add(Kind.DOUBLED, start, start + 2, "", "[");
    }
    int end = noBracket ? -1 : variableEnd(start);
    if (end < 0) {
      noBracket = true;
      return add(Kind.BROKEN_VARIABLE, start, start + 1, "", "[");
    }
    return add(Kind.VARIABLE, start, end, expression(start, end), text.substring(start, end));
  }

  /**
   * Brackets nest in an expression, but not in what follows its colon or exclamation mark; the
   * first character belongs to it whatever it is.
   */
  private int variableEnd(int start) {
    int depth = 0;
    boolean expression = true;
    for (int i = start + 2; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ']' && depth == 0) {
        return i + 1;
      }
      if (expression && c == '[') {
        depth++;
      } else if (expression && c == ']') {
        depth--;
      } else if (expression && (c == ':' || c == '!')) {
        expression = false;
        depth = 0;
      }
    }
    return -1;
  }

  private String expression(int start, int end) {
    int stop = start + 2;
    while (stop < end - 1 && text.charAt(stop) != ':' && text.charAt(stop) != '!') {
      stop++;
    }
    return text.substring(start + 1, stop).strip();
  }

  private int brace(int start) {
    if (text.startsWith("{{", start)) {
      return add(Kind.DOUBLED, start, start + 2, "", "{");
    }
    int close = noBrace ? -1 : text.indexOf('}', start + 1);
    if (close < 0) {
      noBrace = true;
      return add(Kind.BROKEN_TAG, start, start + 1, "", "{");
    }
    if (close == start + 1) {
      return add(Kind.FORMAT, start, close + 1, "", "{}");
    }
    String inside = text.substring(start + 1, close);
    if (inside.startsWith("#")) {
      return add(Kind.COMMENT, start, close + 1, "", "");
    }
    String name = TextTags.name(inside);
    if (isNumber(inside)) {
      return add(Kind.FORMAT, start, close + 1, "", text.substring(start, close + 1));
    }
    return inside.startsWith("/")
        ? add(Kind.CLOSE, start, close + 1, name, "")
        : add(Kind.OPEN, start, close + 1, name, SHOWN.getOrDefault(name, ""));
  }

  private static boolean isNumber(String inside) {
    return inside.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private int percent(int start) {
    if (text.startsWith("%%", start)) {
      return add(Kind.DOUBLED, start, start + 2, "", "%");
    }
    Matcher matcher = SUBSTITUTION.matcher(text).region(start, text.length());
    return matcher.lookingAt()
        ? add(Kind.SUBSTITUTION, start, matcher.end(), matcher.group("key"), matcher.group())
        : add(Kind.BROKEN_PERCENT, start, start + 1, "", "%");
  }

  private int add(Kind kind, int start, int end, String name, String visible) {
    textUntil(start);
    pieces.add(new Piece(kind, start, end, name, visible));
    done = end;
    return end;
  }

  private void textUntil(int end) {
    if (done < end) {
      pieces.add(new Piece(Kind.TEXT, done, end, "", text.substring(done, end)));
      done = end;
    }
  }
}
