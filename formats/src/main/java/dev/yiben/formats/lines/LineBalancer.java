package dev.yiben.formats.lines;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Cuts a short text into few lines of about the same length, where a reader would pause: after
 * punctuation, hardly after an article, never within a word (UAX 14).
 *
 * <p>The fewest lines are taken into which the text fits; if it does not fit into as many as there
 * may be, the lines are longer, not more.
 */
public final class LineBalancer {
  /** More places than that to cut at are in no text that is read at a glance. */
  private static final int MOST_PLACES = 400;

  private static final String SENTENCE_ENDS = ".!?…。！？؟।";
  private static final String CLAUSE_ENDS = ",;:،؛，；：、—–";
  private static final String CLOSING = "\"'”’»)]」』）】";

  private final BreakIterator breaks;
  private final BreakIterator words;
  private final LooseWords looseWords;

  /**
   * Creates a balancer.
   *
   * @param language of the texts, as a BCP 47 tag
   */
  public LineBalancer(String language) {
    ULocale locale = ULocale.forLanguageTag(language);
    this.breaks = BreakIterator.getLineInstance(locale);
    this.words = BreakIterator.getWordInstance(locale);
    this.looseWords = LooseWords.of(locale.getLanguage());
  }

  /**
   * Returns the offsets at which lines other than the first begin; a space before such an offset
   * belongs to neither line.
   *
   * @param text without white space at its edges
   * @param columns the most of a line that is not too long
   * @param most the most lines
   * @param allowed whether a line may begin at an offset that is otherwise fit for it
   */
  public List<Integer> cuts(String text, int columns, int most, IntPredicate allowed) {
    int total = Columns.of(text);
    if (most < 2 || total <= columns) {
      return List.of();
    }
    List<Integer> places = places(text, allowed);
    if (places.isEmpty()) {
      return List.of();
    }
    int lines = Math.min(Math.min(most, places.size() + 1), (total + columns - 1) / columns);
    lines = Math.max(2, lines);
    if (places.size() > MOST_PLACES) {
      return even(text, places, lines);
    }
    Layout layout = new Layout(text, columns, places);
    List<Integer> cuts = layout.cuts(lines);
    while (!layout.fits(cuts) && lines < Math.min(most, places.size() + 1)) {
      lines++;
      cuts = layout.cuts(lines);
    }
    return cuts;
  }

  private List<Integer> places(String text, IntPredicate allowed) {
    List<Integer> places = new ArrayList<>();
    breaks.setText(text);
    for (int place = breaks.next(); place != BreakIterator.DONE; place = breaks.next()) {
      if (place < text.length() && isJoint(text, place) && allowed.test(place)) {
        places.add(place);
      }
    }
    return places;
  }

  /** Returns whether joining the lines gives the same text again. */
  private static boolean isJoint(String text, int place) {
    int end = place;
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (end == 0 || Character.isWhitespace(text.charAt(place))) {
      return false;
    }
    String line = text.substring(Math.max(0, end - 40), end);
    String next = text.substring(place, Math.min(text.length(), place + 40));
    return text.substring(end, place).equals(LineJoint.between(line, next));
  }

  /** Cuts a text of any size at the places next to where even lines would end. */
  private static List<Integer> even(String text, List<Integer> places, int lines) {
    List<Integer> cuts = new ArrayList<>();
    for (int i = 1; i < lines; i++) {
      int found = Collections.binarySearch(places, (int) ((long) text.length() * i / lines));
      int place = places.get(Math.min(found < 0 ? -found - 1 : found, places.size() - 1));
      if (cuts.isEmpty() || place > cuts.get(cuts.size() - 1)) {
        cuts.add(place);
      }
    }
    return cuts;
  }

  /** Finds the best places of all. */
  private final class Layout {
    private final int columns;
    private final List<Integer> places;

    /** Columns from the text's start to the end of the line before a place, and to the place. */
    private final int[] ends;

    private final int[] starts;
    private final double[] costs;

    Layout(String text, int columns, List<Integer> places) {
      this.columns = columns;
      this.places = places;
      this.ends = new int[places.size() + 1];
      this.starts = new int[places.size() + 1];
      this.costs = new double[places.size() + 1];
      words.setText(text);
      int before = 0;
      int at = 0;
      for (int i = 0; i < places.size(); i++) {
        int place = places.get(i);
        at += Columns.of(text, before, place);
        before = place;
        starts[i + 1] = at;
        ends[i] = at - (text.charAt(place - 1) == ' ' ? 1 : 0);
        costs[i] = cost(text, place);
      }
      ends[places.size()] = at + Columns.of(text, before, text.length());
    }

    /** Returns what speaks against a place, in columns that lines may differ in instead. */
    private double cost(String text, int place) {
      int end = text.charAt(place - 1) == ' ' ? place - 1 : place;
      int last = end - 1;
      while (last > 0 && CLOSING.indexOf(text.charAt(last)) >= 0) {
        last--;
      }
      char mark = text.charAt(last);
      double share;
      if (SENTENCE_ENDS.indexOf(mark) >= 0) {
        share = 0;
      } else if (CLAUSE_ENDS.indexOf(mark) >= 0) {
        share = 0.05;
      } else if (!words.isBoundary(place) || isWithinWord(text, place)) {
        share = 0.6;
      } else if (looseWords.clings(text, end)) {
        share = 0.5;
      } else {
        share = looseWords.begins(text, place) ? 0.25 : 0.35;
      }
      return share * share * columns * columns;
    }

    /** Returns whether kana after a Chinese character are likely its ending or a particle. */
    private boolean isWithinWord(String text, int place) {
      return Character.UnicodeScript.of(text.codePointAt(place)) == Character.UnicodeScript.HIRAGANA
          && Character.UnicodeScript.of(text.codePointBefore(place))
              != Character.UnicodeScript.HIRAGANA;
    }

    List<Integer> cuts(int lines) {
      int count = places.size();
      double target = (double) ends[count] / lines;
      double[] best = new double[count + 1];
      int[][] from = new int[lines][count + 1];
      for (int i = 0; i <= count; i++) {
        best[i] = lineCost(0, i, target);
      }
      for (int line = 1; line < lines; line++) {
        double[] next = new double[count + 1];
        Arrays.fill(next, Double.MAX_VALUE);
        for (int end = line; end <= count; end++) {
          for (int cut = line - 1; cut < end; cut++) {
            double cost = best[cut] + costs[cut] + lineCost(cut + 1, end, target);
            if (cost < next[end]) {
              next[end] = cost;
              from[line][end] = cut;
            }
          }
        }
        best = next;
      }
      List<Integer> cuts = new ArrayList<>();
      int end = count;
      for (int line = lines - 1; line > 0; line--) {
        end = from[line][end];
        cuts.add(0, places.get(end));
      }
      return cuts;
    }

    /** Prices a line by how far it is from the even length, and dearly by what is too long. */
    private double lineCost(int start, int end, double target) {
      int width = ends[end] - starts[start];
      double off = width - target;
      double over = Math.max(0, width - columns);
      // Where nothing else decides, the lower line is the longer one.
      double top = start == 0 && off > 0 ? 1 : 0;
      return off * off + top + over * 1000.0 * columns;
    }

    boolean fits(List<Integer> cuts) {
      int start = 0;
      for (int cut : cuts) {
        int place = Collections.binarySearch(places, cut);
        if (ends[place] - start > columns) {
          return false;
        }
        start = starts[place + 1];
      }
      return ends[places.size()] - start <= columns;
    }
  }
}
