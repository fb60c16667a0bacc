package dev.yiben.formats.format.pdf;

import dev.yiben.formats.document.LengthLimit;
import dev.yiben.formats.lines.Columns;
import dev.yiben.formats.pdf.page.Box;
import dev.yiben.formats.pdf.typeset.Frame;
import java.util.List;
import java.util.Optional;

/** Says how long a translation may be where a longer one would have to be made too small. */
final class RoomLimit {
  /** Text that must be made smaller than this is asked for again, shorter. */
  private static final double SCALE = 0.65;

  /** Width of a column, in em: that of most letters. */
  private static final double COLUMN = 0.5;

  /** Longer texts grow by shares that scale and leading make up for. */
  private static final int MOST_LINES = 3;

  /** No translation is so many times as wide as its source. */
  private static final double LARGEST_GROWTH = 2;

  /** Widths of letters differ too much for fewer columns. */
  private static final int LEAST_COLUMNS = 10;

  private RoomLimit() {}

  /** Returns the limit of a paragraph, if its place is narrow. */
  static Optional<LengthLimit> of(List<Part> parts) {
    Part part = parts.get(0);
    Frame frame = part.frame();
    if (parts.size() > 1 || frame.lines() > MOST_LINES || part.keepRule().isPresent()) {
      return Optional.empty();
    }
    double size = SCALE * frame.size();
    Box room = frame.largestRoom();
    double leading = SCALE * frame.leading();
    int lines = Math.max(frame.lines(), 1 + (int) Math.max(0, (room.height() - size) / leading));
    int source = Columns.of(part.text().source().visibleText());
    // The source itself tells how many columns its lines have, whatever its letters.
    double ofRoom = room.width() / (COLUMN * size);
    double ofSource =
        source / (double) frame.lines() * room.width() / (SCALE * Math.max(1, frame.box().width()));
    int lineColumns = (int) Math.max(ofRoom, ofSource);
    long columns = (long) lines * lineColumns;
    if (columns >= LARGEST_GROWTH * source + LEAST_COLUMNS) {
      return Optional.empty();
    }
    // Where lines end is decided when the text is set.
    int most = Math.max(LEAST_COLUMNS, (int) columns);
    return Optional.of(new LengthLimit(most, most, lines));
  }
}
