package dev.yiben.formats.format.txt;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.lines.Columns;
import dev.yiben.formats.lines.LineJoint;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A paragraph as it is translated and written.
 *
 * @param lines where it stands
 * @param marker what makes it an item of a list, or nothing
 * @param otherIndent what begins each line but the first
 * @param pieces its text: one mostly, several for a row of cells or a very long paragraph
 * @param cells the cells that the pieces are, if it is a row
 * @param role what its text is
 * @param skipRule the rule by which it is left as it is
 */
record Paragraph(
    ParagraphLines lines,
    String marker,
    String otherIndent,
    List<CodedText> pieces,
    Optional<Cells> cells,
    Role role,
    Optional<String> skipRule) {
  private static final Pattern SPACES = Pattern.compile("[ \\t]++");
  private static final Pattern WORD = Pattern.compile("\\p{L}{2}|\\p{IsIdeographic}|\\p{N}");
  private static final Pattern DRAWING =
      Pattern.compile("(?:[/\\\\_|+=*#~^<>()\\[\\]-]\\s*+\\p{L}?+\\s*+){3}");

  /**
   * Reads a paragraph that has some letter or digit.
   *
   * @param usualOtherIndent how the other lines of paragraphs with the same indent begin
   */
  static Paragraph of(ParagraphLines lines, Optional<String> usualOtherIndent) {
    Line first = lines.first();
    String marker = first.marker().orElse("");
    String text = text(lines.lines(), marker.length());
    Optional<Cells> cells =
        Optional.of(Cells.of(first.content().substring(marker.length())))
            .filter(row -> lines.lines().size() == 1 && !row.isPlain());
    List<String> pieces = cells.map(Cells::texts).orElseGet(() -> LongText.cut(text));
    return new Paragraph(
        lines,
        marker,
        otherIndent(lines, marker, usualOtherIndent),
        pieces.stream().map(Paragraph::coded).toList(),
        cells,
        role(lines, marker, cells.isPresent() && pieces.size() > 1),
        isDrawing(first.content()) ? Optional.of("drawing") : Optional.empty());
  }

  private static String text(List<Line> lines, int markerLength) {
    StringBuilder text = new StringBuilder(lines.get(0).content().substring(markerLength));
    for (Line line : lines.subList(1, lines.size())) {
      text.append(LineJoint.between(text, line.content())).append(line.content());
    }
    return SPACES.matcher(text).replaceAll(" ");
  }

  private static CodedText coded(String text) {
    CodedText.Builder coded = CodedText.builder();
    int done = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      if (isCode(c)) {
        coded.text(text.substring(done, i)).standalone(text.substring(i, next), "");
        done = next;
      }
      i = next;
    }
    return coded.text(text.substring(done)).build();
  }

  /** Returns whether a character is no text: for terminals and printers, or a byte of no text. */
  private static boolean isCode(int c) {
    return (Character.isISOControl(c) && c != '\t')
        || Character.getType(c) == Character.SURROGATE
        || c == 0xFEFF;
  }

  private static String otherIndent(
      ParagraphLines lines, String marker, Optional<String> usualOtherIndent) {
    if (lines.lines().size() > 1) {
      return lines.lines().get(1).indent();
    }
    String indent = lines.first().indent();
    if (!marker.isEmpty()) {
      return indent + " ".repeat(Columns.of(marker));
    }
    return usualOtherIndent.orElse(indent.startsWith("\u3000") ? "" : indent);
  }

  private static Role role(ParagraphLines lines, String marker, boolean row) {
    if (row) {
      return Role.TABLE_CELL;
    }
    if (isHeading(lines)) {
      return Role.HEADING;
    }
    return marker.isEmpty() ? Role.PARAGRAPH : Role.LIST_ITEM;
  }

  private static boolean isHeading(ParagraphLines lines) {
    String content = lines.first().content();
    return lines.lines().size() == 1
        && (Headings.isChapter(content) || (lines.ownBlock() && Headings.isCapitals(content)));
  }

  private static boolean isDrawing(String text) {
    return !WORD.matcher(text).find() && DRAWING.matcher(text).find();
  }

  boolean beginsChapter() {
    return role == Role.HEADING && Headings.isChapter(lines.first().content());
  }

  /** Returns the offset where its text begins, after its indent and marker. */
  int start() {
    return lines.first().contentStart() + marker.length();
  }

  /** Returns the offset where its text ends. */
  int end() {
    return lines.last().contentEnd();
  }
}
