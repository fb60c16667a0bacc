package dev.yiben.formats.format.vtt;

import dev.yiben.formats.cue.CueSyntax;
import dev.yiben.formats.cue.Piece;
import dev.yiben.formats.cue.TimingLine;
import dev.yiben.formats.format.RubyReadings;
import dev.yiben.formats.markup.Characters;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the text of cues is written (sections 4.2.2 and 6.4 of the specification). */
final class VttSyntax implements CueSyntax {
  private static final Pattern TIMESTAMPS = Pattern.compile("<\\d{1,}+(?:[:.,]\\d{2,3}+){2,3}+>");
  private static final Pattern MARKUP =
      Pattern.compile(
          "(?<break>\\R[ \\t]*+)"
              + "|(?<reading><rt(?:[.\\s][^<>]*+)?+>[^<>]*+</rt>|<rt(?:[.\\s][^<>]*+)?+>[^<>]*+(?=</ruby>))"
              + "|(?<time><\\d{1,}+(?:[:.,]\\d{2,3}+){1,3}+>)"
              + "|<(?<slash>/?+)(?<tag>[a-zA-Z][a-zA-Z\\d]*+)(?<rest>[.\\s/][^<>]*+)?+>"
              + "|(?<reference>&(?:[a-zA-Z]{2,31}+|#\\d{1,7}+|#[xX][0-9a-fA-F]{1,6}+);)"
              + "|(?<other>[\\p{Cc}\\p{Cs}&&[^\\t\\r\\n]])");

  private static final Pattern NEXT_LINE = Pattern.compile("(?:\\r\\n|\\r|\\n)([^\\r\\n]++)");
  private static final Pattern LAST_NUMBER = Pattern.compile("(?<![^\\r\\n])\\d{1,9}\\z");

  private final String lineEnd;
  private final RubyReadings ruby;

  /**
   * Creates a syntax.
   *
   * @param lineEnd what ends a line in the file
   * @param ruby whether readings are codes, or left out of translations
   */
  VttSyntax(String lineEnd, RubyReadings ruby) {
    this.lineEnd = lineEnd;
    this.ruby = ruby;
  }

  @Override
  public List<Piece> pieces(String text, int start, int end) {
    List<Piece> pieces = new ArrayList<>();
    Matcher matcher = MARKUP.matcher(text).region(start, end);
    int done = start;
    while (matcher.find()) {
      if (done < matcher.start()) {
        pieces.add(Piece.text(done, matcher.start(), text.substring(done, matcher.start())));
      }
      pieces.add(piece(text, matcher));
      done = matcher.end();
    }
    if (done < end) {
      pieces.add(Piece.text(done, end, text.substring(done, end)));
    }
    return pieces;
  }

  private Piece piece(String text, Matcher matcher) {
    int start = matcher.start();
    int end = matcher.end();
    if (matcher.group("break") != null) {
      return Piece.lineBreak(start, end);
    }
    if (matcher.group("reading") != null) {
      String reading = matcher.group().replaceAll("<[^<>]*>", "");
      return ruby == RubyReadings.DROP
          ? Piece.omitted(start, end, reading)
          : Piece.standalone(start, end, "");
    }
    if (matcher.group("reference") != null) {
      return Piece.text(start, end, Characters.decode(text, start, end));
    }
    if (matcher.group("tag") == null) {
      return Piece.standalone(start, end, "");
    }
    String name = matcher.group("tag");
    if (name.equals("ruby") && ruby == RubyReadings.DROP) {
      return Piece.omitted(start, end, "");
    }
    boolean closes = !matcher.group("slash").isEmpty();
    return closes ? Piece.close(start, end, name) : Piece.open(start, end, name);
  }

  @Override
  public String lineBreak() {
    return lineEnd;
  }

  /** Escapes what would be a tag, a reference or the arrow of a timing line. */
  @Override
  public String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\u00A0", "&nbsp;")
        .replace("\u200E", "&lrm;")
        .replace("\u200F", "&rlm;");
  }

  /** Puts a no-break space before a number that is right before the timing line of a next cue. */
  @Override
  public String guard(String lines, String following) {
    Matcher next = NEXT_LINE.matcher(following);
    Matcher last = LAST_NUMBER.matcher(lines);
    boolean taken =
        next.lookingAt()
            && TimingLine.parse(following, next.start(1), next.end()).isPresent()
            && last.find();
    return taken ? lines.substring(0, last.start()) + "&nbsp;" + last.group() : lines;
  }

  /** Times within a cue must grow (section 4.2.2). */
  @Override
  public String again(String original) {
    return TIMESTAMPS.matcher(original).replaceAll("");
  }
}
