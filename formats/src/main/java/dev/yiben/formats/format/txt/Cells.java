package dev.yiben.formats.format.txt;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cells of a line, and what is between them.
 *
 * @param lead what is before the first cell, such as the border of a table
 * @param texts the cells, at least one
 * @param gaps what follows each cell: columns of white space, a border, a row of dots; nothing
 *     after the last one mostly
 */
record Cells(String lead, List<String> texts, List<String> gaps) {
  /** The fewest spaces that are a gap between cells, not between words. */
  static final int FEWEST_SPACES = 3;

  private static final String SPACE = "[ ]{3,}+|[ ]*+\\t[ \\t]*+";
  private static final String LEADER =
      "(?<![\\h.])\\h*+(?:\\.\\h?){5,200}+\\h*+(?:\\d{1,5}|[ivxlc]{1,8})\\z";
  private static final String BORDER = "\\h*+[|│┃║](?:\\h*+[|│┃║]){0,100}+\\h*+";
  private static final Pattern GAP = Pattern.compile(LEADER + "|" + SPACE);
  private static final Pattern BORDER_OR_GAP = Pattern.compile(BORDER + "|" + GAP);
  private static final Pattern TWO_BORDERS = Pattern.compile("[|│┃║][^|│┃║]++[|│┃║]");

  /** Returns whether a line has several cells. */
  static boolean isRow(String line) {
    return of(line).texts().size() > 1;
  }

  /** Returns whether there is but one cell and nothing beside it. */
  boolean isPlain() {
    return texts.size() == 1 && lead.isEmpty() && gaps.get(0).isEmpty();
  }

  /** Cuts a line without white space at its edges. */
  static Cells of(String line) {
    String lead = "";
    List<String> texts = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    int done = 0;
    boolean borders = TWO_BORDERS.matcher(line).find();
    Matcher gap = (borders ? BORDER_OR_GAP : GAP).matcher(line);
    while (gap.find()) {
      if (gap.start() == 0) {
        lead = gap.group();
      } else {
        texts.add(line.substring(done, gap.start()));
        gaps.add(gap.group());
      }
      done = gap.end();
    }
    if (done < line.length()) {
      texts.add(line.substring(done));
      gaps.add("");
    }
    return new Cells(lead, List.copyOf(texts), List.copyOf(gaps));
  }
}
