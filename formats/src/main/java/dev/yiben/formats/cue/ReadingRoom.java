package dev.yiben.formats.cue;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.LengthLimit;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.LineWrap;
import dev.yiben.formats.format.SubtitleOptions;
import dev.yiben.formats.lines.Columns;
import java.util.Optional;

/**
 * How much of a text is shown at once, and how fast: by what is usual in its language (the style
 * guides of Netflix for adult programmes), unless the options say otherwise.
 *
 * @param lineColumns the most columns of a line; 0 for any number
 * @param columnsPerSecond the most columns that a second of showing them allows; 0 for any number
 * @param lines the most lines of a cue
 */
public record ReadingRoom(int lineColumns, int columnsPerSecond, int lines) {
  /** A figure that nobody would take for too large, and yet can be multiplied. */
  private static final int ANY = 10_000;

  private static final int MOST_LINES = 100;

  /** Returns the room of texts in a language. */
  public static ReadingRoom of(String language, FormatOptions options) {
    return of(Usual.in(language), options);
  }

  private static ReadingRoom of(Usual usual, FormatOptions options) {
    SubtitleOptions subtitles = options.subtitles();
    int line = columns(subtitles.charactersPerLine().orElse(usual.perLine()), usual);
    int second = columns(subtitles.charactersPerSecond().orElse(usual.perSecond()), usual);
    LineWrap wrap = options.lineWrap();
    return new ReadingRoom(wrap.columns(line), second, Math.min(subtitles.lines(), MOST_LINES));
  }

  private static int columns(int characters, Usual usual) {
    return Math.min(characters, ANY) * usual.columns();
  }

  /**
   * Returns how much room a translation has; nothing if there is no limit.
   *
   * <p>It is what fits into the lines or what can be read in the time, whichever is less, but never
   * less than half a line. Where the source has more than is usual in its own language (told by its
   * script), the translation may have as much more.
   *
   * @param source what the cue shows in the source's language
   * @param millis how long it shows; 0 or less if unknown
   */
  public Optional<LengthLimit> limit(CodedText source, long millis) {
    int parts = 1 + (int) source.codes().stream().filter(CueText::isBreak).count();
    String shown = source.visibleText();
    Usual usual = Usual.of(shown);
    double columns = Columns.of(shown.replace('\n', ' '));
    int most = Math.max(lines, parts);
    double room = Double.MAX_VALUE;
    if (lineColumns > 0) {
      double fit = (double) most * usual.perLine() * usual.columns();
      room = (double) most * lineColumns * Math.max(1, columns / fit);
    }
    if (columnsPerSecond > 0 && millis > 0) {
      double read = (double) usual.perSecond() * usual.columns() * millis / 1000;
      room =
          Math.min(room, (double) columnsPerSecond * millis / 1000 * Math.max(1, columns / read));
    }
    if (room == Double.MAX_VALUE) {
      return Optional.empty();
    }
    int line = lineColumns > 0 ? lineColumns : ANY;
    int floor = lineColumns > 0 ? (line + 1) / 2 : Usual.OTHER.perLine() / 2;
    return Optional.of(
        new LengthLimit(Math.max(floor, (int) Math.min(room, Integer.MAX_VALUE)), line, most));
  }
}
