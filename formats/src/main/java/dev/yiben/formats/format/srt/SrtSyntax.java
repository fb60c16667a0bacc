package dev.yiben.formats.format.srt;

import dev.yiben.formats.cue.CueSyntax;
import dev.yiben.formats.cue.Piece;
import dev.yiben.formats.cue.TimingLine;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How cues are written in a SubRip file. */
final class SrtSyntax implements CueSyntax {
  private static final Pattern LINE = Pattern.compile("[^\\r\\n]++");
  private static final char NO_BREAK_SPACE = '\u00A0';

  private final String lineEnd;

  /**
   * Creates a syntax.
   *
   * @param lineEnd what ends a line in the file
   */
  SrtSyntax(String lineEnd) {
    this.lineEnd = lineEnd;
  }

  @Override
  public List<Piece> pieces(String text, int start, int end) {
    return SrtTokenizer.pieces(text, start, end);
  }

  @Override
  public String lineBreak() {
    return lineEnd;
  }

  /**
   * Puts a no-break space before a line that would be read as a timing line, or as the number of a
   * next cue that has none.
   */
  @Override
  public String guard(String lines, String following) {
    boolean unnumbered = !following.isEmpty() && !CueScanner.isNumber(firstLine(following));
    StringBuilder guarded = new StringBuilder();
    Matcher line = LINE.matcher(lines);
    int done = 0;
    while (line.find()) {
      boolean last = line.end() == lines.length();
      if (TimingLine.parse(lines, line.start(), line.end()).isPresent()
          || (last && unnumbered && CueScanner.isNumber(line.group()))) {
        guarded.append(lines, done, line.start()).append(NO_BREAK_SPACE);
        done = line.start();
      }
    }
    return guarded.append(lines, done, lines.length()).toString();
  }

  private static String firstLine(String text) {
    Matcher line = LINE.matcher(text);
    return line.find() ? line.group() : "";
  }
}
