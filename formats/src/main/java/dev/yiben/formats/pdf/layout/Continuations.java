package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.pdf.page.Box;
import java.util.List;

/**
 * Tells which paragraphs of a page look as if they went on in the next column or on the next page,
 * and which as if they had begun before.
 */
public final class Continuations {
  /** A last line is full if no more than so many em are left, or that part of the width. */
  private static final double ROOM = 3;

  private static final double ROOM_OF_WIDTH = 0.15;

  /** A first line with less than so many em before it is not indented. */
  private static final double INDENT = 0.5;

  private final List<Paragraph> paragraphs;

  /** Creates it for a page. */
  public Continuations(PageLayout layout) {
    this.paragraphs = layout.paragraphs();
  }

  /** Returns whether a paragraph's last line is full, and does not end a sentence. */
  public boolean goesOn(Paragraph paragraph) {
    if (!isRunning(paragraph)) {
      return false;
    }
    Line last = paragraph.lines().get(paragraph.lines().size() - 1);
    if (ParagraphBreaks.endsSentence(last)) {
      return false;
    }
    if (ParagraphBreaks.endsWithHyphen(last)) {
      return true;
    }
    Box column = column(paragraph);
    double room =
        paragraph.rightToLeft()
            ? last.box().left() - column.left()
            : column.right() - last.box().right();
    boolean alone = paragraph.lines().size() == 1 && column.equals(paragraph.box());
    return !alone && room < Math.max(ROOM * last.size(), ROOM_OF_WIDTH * column.width());
  }

  /** Returns whether a paragraph's first line begins in the middle of a sentence, as it seems. */
  public boolean hasBegun(Paragraph paragraph) {
    if (!isRunning(paragraph) || paragraph.firstIndent() > INDENT * paragraph.size()) {
      return false;
    }
    Line first = paragraph.lines().get(0);
    Box column = column(paragraph);
    double before =
        paragraph.rightToLeft()
            ? column.right() - first.box().right()
            : first.box().left() - column.left();
    if (before > INDENT * first.size()) {
      return false;
    }
    int letter = first.text().codePointAt(0);
    return Character.isLowerCase(letter)
        || (Character.isLetterOrDigit(letter)
            && !Character.isUpperCase(letter)
            && paragraph.lines().size() > 1)
        || (Character.isUpperCase(letter) && paragraph.lines().size() > 2);
  }

  private static boolean isRunning(Paragraph paragraph) {
    return (paragraph.role() == Role.PARAGRAPH || paragraph.role() == Role.LIST_ITEM)
        && paragraph.keepRule().isEmpty()
        && paragraph.cell().isEmpty()
        && paragraph.alignment() != Alignment.CENTER;
  }

  /** Returns the box of the paragraph and of those that begin below or above it. */
  private Box column(Paragraph paragraph) {
    Box column = paragraph.box();
    for (Paragraph other : paragraphs) {
      if (other.direction().equals(paragraph.direction())
          && Math.abs(other.size() - paragraph.size()) < 0.06 * paragraph.size()
          && Math.abs(start(other) - start(paragraph)) < 3 * paragraph.size()
          && isRunning(other)) {
        column = column.union(other.box());
      }
    }
    return column;
  }

  private static double start(Paragraph paragraph) {
    return paragraph.rightToLeft() ? paragraph.box().right() : paragraph.box().left();
  }
}
