package dev.yiben.formats.format.txt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds which lines of a file belong to one paragraph. */
final class ParagraphFinder {
  private final Wrapping wrapping;
  private int shortLines;

  private ParagraphFinder(Wrapping wrapping) {
    this.wrapping = wrapping;
  }

  /** Returns all paragraphs in order, lines of signs without words among them. */
  static List<ParagraphLines> find(List<Line> lines, Wrapping wrapping) {
    List<ParagraphLines> paragraphs = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= lines.size(); i++) {
      boolean blank = i == lines.size() || lines.get(i).isBlank();
      if (blank || lines.get(i).endsPage()) {
        int end = blank ? i : i + 1;
        if (start < end) {
          paragraphs.addAll(block(lines.subList(start, end), wrapping));
        }
        start = i + 1;
      }
    }
    return paragraphs;
  }

  /** Returns the paragraphs of lines without a blank one between. */
  private static List<ParagraphLines> block(List<Line> lines, Wrapping wrapping) {
    Optional<List<ParagraphLines>> prose = new ParagraphFinder(wrapping).prose(lines);
    if (prose.isEmpty() && wrapping.columns() > 0) {
      // A quotation may be narrower than the text around it.
      prose = new ParagraphFinder(Wrapping.of(lines)).prose(lines);
    }
    return prose.orElseGet(
        () -> lines.stream().map(line -> new ParagraphLines(List.of(line), false, false)).toList());
  }

  /** Returns paragraphs, or nothing where the lines are verse, an address or a table. */
  private Optional<List<ParagraphLines>> prose(List<Line> lines) {
    List<List<Line>> found = new ArrayList<>();
    List<Line> current = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      current.add(lines.get(i));
      if (i + 1 == lines.size() || !goesOn(current, lines, i + 1)) {
        found.add(List.copyOf(current));
        current.clear();
      }
    }
    // One line that is short ends a paragraph; many are meant.
    boolean lineByLine = shortLines > 1 && shortLines * 4 > lines.size() - 1;
    if (wrapping.columns() > 0 && (lineByLine || isTable(lines))) {
      return Optional.empty();
    }
    boolean own = found.size() == 1;
    return Optional.of(found.stream().map(p -> new ParagraphLines(p, true, own)).toList());
  }

  private static boolean isTable(List<Line> lines) {
    return lines.stream().filter(line -> Cells.isRow(line.content())).count() * 2 > lines.size();
  }

  private boolean goesOn(List<Line> paragraph, List<Line> lines, int i) {
    if (!belongsTo(paragraph, lines, i)) {
      return false;
    }
    Line previous = paragraph.get(paragraph.size() - 1);
    boolean reaches =
        wrapping.isFull(previous, lines.get(i)) || wrapping.goesOn(previous, lines.get(i));
    shortLines += reaches ? 0 : 1;
    return reaches;
  }

  /** Returns whether the shape of a line allows that it goes on with the paragraph before it. */
  private boolean belongsTo(List<Line> paragraph, List<Line> lines, int i) {
    Line previous = paragraph.get(paragraph.size() - 1);
    Line line = lines.get(i);
    if (wrapping.columns() == 0
        || previous.isSeparator()
        || line.isSeparator()
        || line.marker().isPresent()
        || Headings.isChapter(line.content())
        || line.quoteDepth() != previous.quoteDepth()) {
      return false;
    }
    int indent = line.indentColumns();
    int before = previous.indentColumns();
    boolean second = paragraph.size() == 1;
    if (indent < before) {
      return second;
    }
    return indent == before || (second && isHanging(previous, lines, i));
  }

  /** Returns whether an indented second line shows that the first one alone is not. */
  private static boolean isHanging(Line first, List<Line> lines, int second) {
    int indent = lines.get(second).indentColumns();
    boolean third = second + 1 < lines.size() && lines.get(second + 1).indentColumns() == indent;
    return first.marker().isPresent() || third;
  }
}
