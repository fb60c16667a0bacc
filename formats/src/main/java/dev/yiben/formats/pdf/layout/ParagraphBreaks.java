package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.pdf.page.Box;
import dev.yiben.formats.pdf.page.Shape;
import java.util.List;

/** Tells where one paragraph of a block ends and the next begins. */
final class ParagraphBreaks {
  /** Lines so much further apart than usual are not of one paragraph. */
  private static final double LOOSE = 1.22;

  /** Edges that are no more apart than so many em are in one line. */
  private static final double EDGE = 0.35;

  /** A first line is indented by no more than so many em. */
  private static final double MOST_INDENT = 6;

  /** Lines so much larger than usual are of one title, even where they are broken early. */
  private static final double LARGE = 1.3;

  /** As many lines before and after tell where the right edge is. */
  private static final int AROUND = 3;

  private static final String TERMINATORS = ".!?:;\u2026\u3002\uFF01\uFF1F\uFF1A\uFF1B\u061F\u06D4";
  private static final String CLOSERS = "\"'\u201D\u2019)]\u00BB\u300D\u300F\uFF09";

  private final List<Line> lines;
  private final List<Box> rules;
  private final Leading leading;
  private final double usualSize;
  private final boolean rightToLeft;

  ParagraphBreaks(List<Line> lines, Region region) {
    this.lines = lines;
    this.leading = Leading.of(lines);
    this.usualSize = region.usualSize();
    this.rightToLeft = Scripts.rightToLeft(lines);
    this.rules =
        region.shapes().stream()
            .filter(shape -> shape.kind() == Shape.Kind.RULE)
            .map(Shape::box)
            .filter(box -> box.width() > box.height())
            .toList();
  }

  /**
   * Returns whether a line begins a paragraph.
   *
   * @param index number of the line, from 1
   * @param before how many lines the paragraph before it has so far
   */
  boolean before(int index, int before) {
    Line line = lines.get(index - 1);
    Line next = lines.get(index);
    if (!stacked(line, next) || ruled(line, next)) {
      return true;
    }
    if (ListMarkers.begins(next) || isVerse(index)) {
      return true;
    }
    boolean full = isFull(index - 1, next);
    boolean ended = endsSentence(line);
    if (ListMarkers.mayBegin(next)
        && (!full || ended || startsItem(index, before) || standsOut(index, before))) {
      return true;
    }
    if (differs(line, next) && (!full || ended || styleGoesOn(index))) {
      return true;
    }
    if (!full) {
      return ended || line.size() < LARGE * usualSize || differs(line, next);
    }
    return indented(index, before, ended);
  }

  /** Returns whether lines are sentences of their own, each with room to spare. */
  private boolean isVerse(int index) {
    Line line = lines.get(index - 1);
    Line next = lines.get(index);
    boolean alone =
        endsSentence(line)
            && endsSentence(next)
            && (index < 2
                || !stacked(lines.get(index - 2), line)
                || endsSentence(lines.get(index - 2)));
    double widest = lines.stream().mapToDouble(each -> each.box().width()).max().orElse(0);
    return alone
        && Character.isUpperCase(next.text().codePointAt(0))
        && line.box().width() < widest - 2 * line.size();
  }

  /** Returns whether a line is right below another, in the same hand. */
  private boolean stacked(Line upper, Line lower) {
    double drop = upper.baseline() - lower.baseline();
    double common =
        Math.min(upper.box().right(), lower.box().right())
            - Math.max(upper.box().left(), lower.box().left());
    return upper.stream() == lower.stream()
        && upper.sameSize(lower)
        && drop > 0.5 * upper.size()
        && drop <= LOOSE * leading.at(upper.size())
        && common > 0;
  }

  /** Returns whether a line is drawn between two, other than under the first. */
  private boolean ruled(Line line, Line next) {
    double top = line.baseline() - 0.4 * line.size();
    double bottom = next.baseline() + 0.75 * next.size();
    Box both = line.box().union(next.box());
    return rules.stream()
        .anyMatch(
            rule ->
                rule.centerY() < top
                    && rule.centerY() > bottom
                    && rule.intersection(both).width()
                        > 0.5 * Math.min(rule.width(), both.width()));
  }

  /** Returns whether a line ends because it is full: the next word had no room on it. */
  private boolean isFull(int index, Line next) {
    Line line = lines.get(index);
    if (endsWithHyphen(line)) {
      return true;
    }
    double left = line.box().left();
    double right = line.box().right();
    double nearest = Double.MAX_VALUE;
    int first = index;
    while (first > 0 && index - first < AROUND && stacked(lines.get(first - 1), lines.get(first))) {
      first--;
    }
    for (int i = first; i < lines.size() && i <= index + AROUND; i++) {
      if (i > first && !stacked(lines.get(i - 1), lines.get(i))) {
        break;
      }
      left = Math.min(left, lines.get(i).box().left());
      right = Math.max(right, lines.get(i).box().right());
      if (Math.abs(i - index) == 1) {
        nearest = Math.min(nearest, endDistance(line, lines.get(i)));
      }
    }
    if (nearest < 0.15 * line.size()) {
      return true;
    }
    double room = rightToLeft ? line.box().left() - left : right - line.box().right();
    if (isCentered(line, next)) {
      room = (right - left) - line.box().width();
    }
    return room < firstWordWidth(next) + 0.3 * line.size();
  }

  private double endDistance(Line one, Line other) {
    return rightToLeft
        ? Math.abs(one.box().left() - other.box().left())
        : Math.abs(one.box().right() - other.box().right());
  }

  private static boolean isCentered(Line line, Line next) {
    return Math.abs(line.box().centerX() - next.box().centerX()) < 0.2 * line.size()
        && Math.abs(line.box().left() - next.box().left()) > line.size();
  }

  private static double firstWordWidth(Line line) {
    Word first = line.words().get(0);
    if (Scripts.withoutSpaces(first.text())) {
      return 1.5 * line.size();
    }
    Box box = first.box();
    for (int i = 1; i < line.words().size() && !line.words().get(i).spaceBefore(); i++) {
      box = box.union(line.words().get(i).box());
    }
    return box.width();
  }

  static boolean endsWithHyphen(Line line) {
    String text = line.text();
    int length = text.length();
    return length > 1
        && "-\u2010\u00AD".indexOf(text.charAt(length - 1)) >= 0
        && Character.isLetter(text.charAt(length - 2));
  }

  static boolean endsSentence(Line line) {
    String text = line.text();
    int end = text.length();
    while (end > 0 && CLOSERS.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && TERMINATORS.indexOf(text.charAt(end - 1)) >= 0;
  }

  /** Returns whether all of a line looks different from all of the next, as headings do. */
  private static boolean differs(Line line, Line next) {
    LineLook one = LineLook.of(line);
    LineLook other = LineLook.of(next);
    boolean bothWholly = one.wholly() && other.wholly();
    return (bothWholly && (one.bold() != other.bold() || one.mono() != other.mono()))
        || (one.bold() && one.wholly() && !other.startsBold())
        || (one.rgb() != other.rgb() && one.oneColour() && other.oneColour());
  }

  /** Returns whether the look of a line is that of the line after it too. */
  private boolean styleGoesOn(int index) {
    LineLook look = LineLook.of(lines.get(index - 1));
    return (look.bold() && look.wholly())
        || index + 1 >= lines.size()
        || !differs(lines.get(index), lines.get(index + 1));
  }

  /** Returns whether a line that may be an item stands as far left as the paragraph begins. */
  private boolean startsItem(int index, int before) {
    Line first = lines.get(index - before);
    return (ListMarkers.mayBegin(first) || ListMarkers.begins(first))
        && Math.abs(start(first) - start(lines.get(index))) < EDGE * first.size();
  }

  /** Returns whether the text of a line that may be an item stands apart from its marker. */
  private boolean standsOut(int index, int before) {
    Line line = lines.get(index);
    return ListMarkers.gap(line) > 0.55 * line.size()
        || start(line) - start(lines.get(index - before)) > 0.8 * line.size();
  }

  /** Returns where a line begins, growing in the direction of reading. */
  private double start(Line line) {
    return rightToLeft ? -line.box().right() : line.box().left();
  }

  /** Returns whether a line is a first line because it is indented, or hangs out. */
  private boolean indented(int index, int before, boolean ended) {
    Line line = lines.get(index - 1);
    Line next = lines.get(index);
    Line first = lines.get(index - before);
    boolean belowItem =
        ListMarkers.length(first, List.of(first, next)) > 0
            && Math.abs(next.box().left() - first.words().get(1).box().left()) < 0.8 * next.size();
    if (isCentered(line, next) || belowItem) {
      return false;
    }
    double step = (start(next) - start(line)) / line.size();
    if (Math.abs(step) < EDGE) {
      return false;
    }
    boolean hasAfter = index + 1 < lines.size() && stacked(next, lines.get(index + 1));
    double after = hasAfter ? (start(lines.get(index + 1)) - start(next)) / line.size() : 0;
    if (step > 0) {
      // Further in: a first line, unless the paragraph hangs out with its own first line.
      boolean hangs = before == 1 && hasAfter && Math.abs(after) < EDGE;
      return step < MOST_INDENT && !hangs && (ended || (hasAfter && after < -EDGE));
    }
    // Further out: the paragraph had an indented first line, or hanging lines end.
    return before > 1 && (ended || (hasAfter && after > EDGE));
  }
}
