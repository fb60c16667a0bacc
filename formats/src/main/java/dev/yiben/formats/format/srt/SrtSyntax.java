package dev.yiben.formats.format.srt;

import dev.yiben.formats.cue.CueSyntax;
import dev.yiben.formats.cue.Piece;
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

  /** Puts a no-break space before a line that is a timing line, or only a number. */
  @Override
  public String guard(String lines) {
    StringBuilder guarded = new StringBuilder(lines);
    int added = 0;
    Matcher line = LINE.matcher(lines);
    while (line.find()) {
      if (CueScanner.isStructure(lines, line.start(), line.end())) {
        guarded.insert(line.start() + added, NO_BREAK_SPACE);
        added++;
      }
    }
    return guarded.toString();
  }
}
