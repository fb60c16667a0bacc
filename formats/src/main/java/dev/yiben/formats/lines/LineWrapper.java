package dev.yiben.formats.lines;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Cuts paragraphs into lines where the rules of the language allow it (UAX 14), and only where
 * joining the lines gives the same paragraph again.
 */
public final class LineWrapper {
  private static final Pattern SPACES = Pattern.compile("[ \\t]+");

  private final BreakIterator breaks;
  private final Predicate<String> startsLine;
  private final boolean onlyAtSpaces;

  /**
   * Creates a wrapper.
   *
   * @param language of the paragraphs, as a BCP 47 tag
   * @param startsLine whether what follows may stand at the start of a line that is not the first,
   *     where it could be taken for something else
   */
  public LineWrapper(String language, Predicate<String> startsLine) {
    this(language, startsLine, false);
  }

  private LineWrapper(String language, Predicate<String> startsLine, boolean onlyAtSpaces) {
    this.breaks = BreakIterator.getLineInstance(ULocale.forLanguageTag(language));
    this.startsLine = startsLine;
    this.onlyAtSpaces = onlyAtSpaces;
  }

  /** Returns a wrapper for markup that shows a space where a line ends. */
  public static LineWrapper atSpaces(String language, Predicate<String> startsLine) {
    return new LineWrapper(language, startsLine, true);
  }

  /**
   * Returns the lines of a paragraph, without white space at their edges.
   *
   * @param text of one line
   * @param first columns of the first line
   * @param rest columns of each other line; a word that is longer stands on a line of its own
   */
  public List<String> wrap(String text, int first, int rest) {
    String paragraph = SPACES.matcher(text.strip()).replaceAll(" ");
    breaks.setText(paragraph);
    List<String> lines = new ArrayList<>();
    int start = 0;
    int fits = 0;
    int end = breaks.next();
    while (end != BreakIterator.DONE) {
      int columns = lines.isEmpty() ? first : rest;
      boolean over = Columns.of(paragraph.substring(start, end).stripTrailing()) > columns;
      if (over && fits > start) {
        lines.add(paragraph.substring(start, fits).stripTrailing());
        start = fits;
      } else {
        if (end == paragraph.length() || isJoint(paragraph, start, end)) {
          fits = end;
        }
        end = breaks.next();
      }
    }
    if (start < paragraph.length()) {
      lines.add(paragraph.substring(start));
    }
    return lines;
  }

  private boolean isJoint(String paragraph, int start, int end) {
    String line = paragraph.substring(start, end);
    String stripped = line.stripTrailing();
    String rest = paragraph.substring(end, Math.min(paragraph.length(), end + 80));
    if (stripped.isEmpty() || rest.isBlank() || !startsLine.test(rest)) {
      return false;
    }
    String gap = line.substring(stripped.length());
    return gap.equals(LineJoint.between(stripped, rest)) && !(onlyAtSpaces && gap.isEmpty());
  }
}
