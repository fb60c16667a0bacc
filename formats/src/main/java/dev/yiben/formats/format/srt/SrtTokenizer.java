package dev.yiben.formats.format.srt;

import dev.yiben.formats.cue.Piece;
import dev.yiben.formats.cue.Piece.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a cue's text into text, tags, line breaks and other codes.
 *
 * <p>SubRip has no specification; this knows what players know: tags of HTML, overrides of ASS in
 * braces, styles of MicroDVD, character references, and line breaks written as {@code \N}.
 */
final class SrtTokenizer {
  private static final Set<String> TAGS =
      Set.of(
          "a", "b", "big", "br", "c", "center", "div", "em", "font", "i", "lang", "p", "q", "rp",
          "rt", "ruby", "s", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "v");
  private static final Map<String, String> REFERENCES =
      Map.of(
          "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", "\u00A0", "lrm", "",
          "rlm", "", "shy", "");
  private static final Pattern MARKUP =
      Pattern.compile(
          "(?<break>\\R[ \\t]*+)"
              + "|\\{\\\\[^{}\\r\\n]{0,1000}+\\}"
              + "|\\{(?<brace>/?[ibusIBUS])\\}"
              + "|\\{[a-zA-Z]:[^{}\\r\\n]{1,100}+\\}"
              + "|<(?<slash> ?/ ?| ?)(?<tag>[a-zA-Z][\\w.:-]{0,40}+)(?:[ \\t/][^<>\\r\\n]{0,1000}+)?+>"
              + "|&(?<reference>[a-z]{2,4}|#\\d{1,7}|#[xX][0-9a-fA-F]{1,6});"
              + "|(?<escape>\\\\[Nh])"
              + "|[\\p{Cc}&&[^\\t]]"
              + "|[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]"
              + "|\\p{Cs}");

  private final String text;
  private final List<Piece> pieces = new ArrayList<>();
  private int done;

  private SrtTokenizer(String text, int start) {
    this.text = text;
    this.done = start;
  }

  /** Returns the pieces of a range, which together are the whole of it. */
  static List<Piece> pieces(String text, int start, int end) {
    SrtTokenizer tokenizer = new SrtTokenizer(text, start);
    Matcher matcher = MARKUP.matcher(text).region(start, end);
    while (matcher.find()) {
      tokenizer.markup(matcher);
    }
    tokenizer.textUntil(end);
    return tokenizer.withoutInventedTags();
  }

  private void markup(Matcher matcher) {
    if (matcher.group("break") != null) {
      add(Kind.BREAK, matcher, "", "\n");
    } else if (matcher.group("tag") != null) {
      tag(matcher);
    } else if (matcher.group("brace") != null) {
      String name = matcher.group("brace").toLowerCase(Locale.ROOT);
      boolean closes = name.startsWith("/");
      add(closes ? Kind.CLOSE : Kind.OPEN, matcher, "{" + (closes ? name.substring(1) : name), "");
    } else if (matcher.group("reference") != null) {
      reference(matcher);
    } else if (matcher.group("escape") != null) {
      boolean ends = matcher.group().equals("\\N");
      add(ends ? Kind.BREAK : Kind.STANDALONE, matcher, "", ends ? "\n" : "\u00A0");
    } else {
      add(Kind.STANDALONE, matcher, "", "");
    }
  }

  private void tag(Matcher matcher) {
    String name = matcher.group("tag").toLowerCase(Locale.ROOT);
    boolean closes = matcher.group("slash").contains("/");
    boolean sloppy = matcher.group("slash").contains(" ");
    boolean bare = matcher.end() - matcher.end("tag") <= 2;
    if (sloppy && !(bare && TAGS.contains(name))) {
      return;
    }
    if (name.equals("br")) {
      add(Kind.BREAK, matcher, "", "\n");
    } else if (!closes && text.charAt(matcher.end() - 2) == '/') {
      add(Kind.STANDALONE, matcher, "", "");
    } else {
      add(closes ? Kind.CLOSE : Kind.OPEN, matcher, name, "");
    }
  }

  private void reference(Matcher matcher) {
    String name = matcher.group("reference");
    if (!name.startsWith("#")) {
      String visible = REFERENCES.get(name);
      if (visible != null) {
        add(Kind.STANDALONE, matcher, "", visible);
      }
      return;
    }
    boolean hexadecimal = name.charAt(1) == 'x' || name.charAt(1) == 'X';
    int codePoint =
        hexadecimal ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
    boolean shows = Character.isDefined(codePoint) && !Character.isISOControl(codePoint);
    add(Kind.STANDALONE, matcher, "", shows ? Character.toString(codePoint) : "");
  }

  private void add(Kind kind, Matcher matcher, String name, String visible) {
    textUntil(matcher.start());
    pieces.add(new Piece(kind, matcher.start(), matcher.end(), name, visible));
    done = matcher.end();
  }

  private void textUntil(int end) {
    if (done < end) {
      pieces.add(Piece.text(done, end, text.substring(done, end)));
    }
    done = end;
  }

  /** Takes {@code <sighs>} for text: a name that is no tag's and is never closed is a word. */
  private List<Piece> withoutInventedTags() {
    Map<String, Integer> closing = new HashMap<>();
    for (Piece piece : pieces) {
      if (piece.kind() == Kind.CLOSE) {
        closing.merge(piece.name(), 1, Integer::sum);
      }
    }
    List<Piece> result = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece.kind() == Kind.CLOSE) {
        closing.merge(piece.name(), -1, Integer::sum);
      }
      boolean invented =
          piece.kind() == Kind.OPEN
              && !piece.name().startsWith("{")
              && !TAGS.contains(piece.name())
              && closing.getOrDefault(piece.name(), 0) <= 0;
      result.add(
          invented
              ? Piece.text(piece.start(), piece.end(), text.substring(piece.start(), piece.end()))
              : piece);
    }
    return result;
  }
}
