package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.document.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Recognises headings by their size and weight. */
final class Headings {
  /** Text so much larger than most of the page is a heading. */
  private static final double LARGER = 1.15;

  /** The body is the largest size that so much text has, as a part of that of the most frequent. */
  private static final double BODY = 0.35;

  /** Fewer characters are no body, but for the most frequent size. */
  private static final int ENOUGH = 200;

  private static final int MOST_LINES = 4;
  private static final int MOST_CHARACTERS = 200;

  private final double bodySize;
  private final boolean bodyBold;

  private Headings(double bodySize, boolean bodyBold) {
    this.bodySize = bodySize;
    this.bodyBold = bodyBold;
  }

  /** Returns paragraphs with those that are headings marked as such. */
  static List<Paragraph> marked(List<Paragraph> paragraphs) {
    Map<Long, Integer> sizes = new HashMap<>();
    int bold = 0;
    int all = 0;
    for (Paragraph paragraph : paragraphs) {
      for (Line line : paragraph.lines()) {
        int length = line.text().length();
        sizes.merge(Math.round(line.size() * 2), length, Integer::sum);
        all += length;
        bold += LineLook.of(line).bold() ? length : 0;
      }
    }
    int most = sizes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    double body =
        sizes.entrySet().stream()
                .filter(entry -> entry.getValue() >= Math.min(most, Math.max(BODY * most, ENOUGH)))
                .mapToLong(Map.Entry::getKey)
                .max()
                .orElse(0)
            / 2.0;
    Headings headings = new Headings(body, 2 * bold > all);
    return paragraphs.stream()
        .map(each -> headings.isHeading(each) ? each.withRole(Role.HEADING) : each)
        .toList();
  }

  private boolean isHeading(Paragraph paragraph) {
    if ((paragraph.role() != Role.PARAGRAPH && paragraph.role() != Role.LIST_ITEM)
        || paragraph.keepRule().isPresent()
        || paragraph.lines().size() > MOST_LINES) {
      return false;
    }
    int length = 0;
    boolean bold = true;
    for (Line line : paragraph.lines()) {
      String text = line.text();
      length += text.length();
      LineLook look = LineLook.of(line);
      bold &= look.bold() && look.wholly();
    }
    String first = paragraph.lines().get(0).text();
    if (length > MOST_CHARACTERS || first.codePoints().noneMatch(Character::isLetter)) {
      return false;
    }
    Line last = paragraph.lines().get(paragraph.lines().size() - 1);
    return paragraph.size() >= LARGER * bodySize
        || (bold && !bodyBold && paragraph.size() > 0.9 * bodySize && !last.text().endsWith("."));
  }
}
