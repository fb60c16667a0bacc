package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.pdf.page.Box;
import dev.yiben.formats.pdf.page.Glyph;
import dev.yiben.formats.pdf.page.PageContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the layout of a page. */
public final class LayoutReader {

  /** Returns the layout of a page. */
  public PageLayout read(PageContent content) {
    List<Line> lines = LineFinder.lines(content.glyphs());
    List<Paragraph> paragraphs = new ArrayList<>();
    List<Line> open = new ArrayList<>();
    for (Line line : lines) {
      if (!open.isEmpty() && !follows(open.get(open.size() - 1), line)) {
        paragraphs.add(paragraph(open));
        open.clear();
      }
      open.add(line);
    }
    if (!open.isEmpty()) {
      paragraphs.add(paragraph(open));
    }
    List<Glyph> blanks = content.glyphs().stream().filter(Glyph::isBlank).toList();
    return new PageLayout(content, paragraphs, Map.of("white-space", blanks));
  }

  private static boolean follows(Line line, Line next) {
    double drop = line.baseline() - next.baseline();
    return first(line).direction().equals(first(next).direction())
        && first(line).place().stream() == first(next).place().stream()
        && Math.abs(line.size() - next.size()) < 0.1 * line.size()
        && drop > 0
        && drop < 1.7 * line.size()
        && next.box().left() < line.box().right()
        && line.box().left() < next.box().right();
  }

  private static Glyph first(Line line) {
    return line.words().get(0).glyphs().get(0);
  }

  private static Paragraph paragraph(List<Line> lines) {
    Line first = lines.get(0);
    Box box = lines.stream().map(Line::box).reduce(Box::union).orElseThrow();
    double leading =
        lines.size() < 2
            ? 1.2 * first.size()
            : (first.baseline() - lines.get(lines.size() - 1).baseline()) / (lines.size() - 1);
    return new Paragraph(
        Role.PARAGRAPH,
        first(first).direction(),
        lines,
        box,
        Alignment.LEFT,
        leading,
        0,
        false,
        Optional.empty(),
        Optional.empty());
  }
}
