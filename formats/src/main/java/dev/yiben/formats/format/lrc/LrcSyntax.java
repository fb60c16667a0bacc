package dev.yiben.formats.format.lrc;

import dev.yiben.formats.cue.CueSyntax;
import dev.yiben.formats.cue.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a line of lyrics: words, and times of words in brackets. */
record LrcSyntax() implements CueSyntax {
  private static final Pattern CODE =
      Pattern.compile(
          TimeTag.WITHIN.pattern()
              + "|[\\p{Cc}&&[^\\t]]|[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]|\\p{Cs}");
  private static final Pattern TIME_LIKE = Pattern.compile("[\\[［<](?=\\s?+\\d{1,3}\\s?+[:：.])");

  @Override
  public List<Piece> pieces(String text, int start, int end) {
    List<Piece> pieces = new ArrayList<>();
    Matcher matcher = CODE.matcher(text).region(start, end);
    int done = start;
    while (matcher.find()) {
      if (done < matcher.start()) {
        pieces.add(Piece.text(done, matcher.start(), text.substring(done, matcher.start())));
      }
      pieces.add(Piece.standalone(matcher.start(), matcher.end(), ""));
      done = matcher.end();
    }
    if (done < end) {
      pieces.add(Piece.text(done, end, text.substring(done, end)));
    }
    return pieces;
  }

  /** A line of lyrics is one line. */
  @Override
  public String lineBreak() {
    return " ";
  }

  /** Words must not be read as times. */
  @Override
  public String escape(String text) {
    return TIME_LIKE.matcher(text).replaceAll("(");
  }

  @Override
  public String again(String original) {
    return TimeTag.WITHIN.matcher(original).find() ? "" : original;
  }
}
