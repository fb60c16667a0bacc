package dev.yiben.formats.format.txt;

import dev.yiben.formats.lines.LineJoint;
import java.util.List;

/**
 * How the paragraphs of a file are hard-wrapped: found by what all its lines have in common, as a
 * line that ends only because it was full is one to which the next word would not have fitted.
 *
 * @param columns at which lines end; 0 if the file is not hard-wrapped
 */
record Wrapping(int columns) {
  private static final int FEWEST = 40;
  private static final int MOST = 160;

  /** Who wraps by hand, or keeps punctuation from the start of lines, leaves that much room. */
  private static final int SLACK = 4;

  private static final int FEWEST_WITNESSES = 3;
  private static final String SENTENCE_ENDS = ".!?:;。！？：；…」』”\"’)）";

  /** Finds out how a file is wrapped. */
  static Wrapping of(List<Line> lines) {
    int[] votes = new int[MOST + 2];
    int pairs = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      Line line = lines.get(i);
      Line next = lines.get(i + 1);
      if (isPair(line, next)) {
        pairs++;
        int from = Math.max(FEWEST, line.columns());
        int to = Math.min(MOST, withNextWord(line, next) - 1 + SLACK);
        if (from <= to) {
          votes[from]++;
          votes[to + 1]--;
        }
      }
    }
    int columns = 0;
    int most = 0;
    int current = 0;
    for (int i = FEWEST; i <= MOST; i++) {
      current += votes[i];
      if (current > most) {
        most = current;
        columns = i;
      }
    }
    Wrapping found = new Wrapping(columns);
    return most * 2 >= pairs && most > 0 && found.isLikely(lines) ? found : new Wrapping(0);
  }

  private static boolean isPair(Line line, Line next) {
    return !line.isBlank()
        && !line.endsPage()
        && !next.isBlank()
        && !line.isSeparator()
        && !next.isSeparator()
        && next.marker().isEmpty();
  }

  private static int withNextWord(Line line, Line next) {
    return line.columns()
        + LineJoint.between(line.content(), next.content()).length()
        + next.firstWordColumns();
  }

  /**
   * Returns whether few of the full lines end a sentence, and enough of them go on with a small
   * letter where the script has any: lines of verse begin with a capital.
   */
  private boolean isLikely(List<Line> lines) {
    int full = 0;
    int ending = 0;
    int small = 0;
    int capital = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      Line line = lines.get(i);
      Line next = lines.get(i + 1);
      if (isPair(line, next) && isFull(line, next)) {
        full++;
        ending += endsSentence(line) ? 1 : 0;
        small += startsSmall(next) ? 1 : 0;
        capital += Character.isUpperCase(next.text().codePointAt(next.contentStart())) ? 1 : 0;
      }
    }
    return ending * 2 <= full && small * 2 >= capital && (full >= FEWEST_WITNESSES || small > 0);
  }

  /** Returns whether a line ends there since it is full. */
  boolean isFull(Line line, Line next) {
    return columns > 0
        && line.columns() <= columns + columns / 2
        && withNextWord(line, next) + SLACK > columns;
  }

  /** Returns whether a line ends there for no reason that one could see, and yet goes on. */
  boolean goesOn(Line line, Line next) {
    return columns > 0 && line.columns() * 2 > columns && startsSmall(next) && !endsSentence(line);
  }

  private static boolean startsSmall(Line line) {
    return Character.isLowerCase(line.text().codePointAt(line.contentStart()));
  }

  private static boolean endsSentence(Line line) {
    return SENTENCE_ENDS.indexOf(line.text().charAt(line.contentEnd() - 1)) >= 0;
  }
}
