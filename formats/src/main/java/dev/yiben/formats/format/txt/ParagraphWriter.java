package dev.yiben.formats.format.txt;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.TextRun;
import dev.yiben.formats.format.LineWrap;
import dev.yiben.formats.lines.Columns;
import dev.yiben.formats.lines.LineJoint;
import dev.yiben.formats.lines.LineWrapper;
import java.util.List;
import java.util.regex.Pattern;

/** Writes the text of a paragraph anew. */
final class ParagraphWriter {
  private static final Pattern LINE_ENDS = Pattern.compile("\\h*+\\R\\s*+");

  private final LineWrap wrap;
  private final Wrapping wrapping;
  private final LineWrapper wrapper;

  ParagraphWriter(LineWrap wrap, Wrapping wrapping, String language) {
    this.wrap = wrap;
    this.wrapping = wrapping;
    this.wrapper = new LineWrapper(language, ParagraphWriter::startsLine);
  }

  /** Returns whether a line that begins like this would be read as a part of its paragraph. */
  private static boolean startsLine(String line) {
    return Line.marker(line).isEmpty()
        && !line.startsWith(">")
        && !Headings.isChapter(line)
        && line.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /**
   * Returns what stands between a paragraph's start and end.
   *
   * @param pieces the texts to write, one for each piece
   */
  String write(Paragraph paragraph, List<CodedText> pieces, String lineEnd) {
    List<String> texts = pieces.stream().map(ParagraphWriter::text).toList();
    if (paragraph.cells().isPresent()) {
      return row(paragraph.cells().get(), texts);
    }
    StringBuilder whole = new StringBuilder();
    for (String text : texts) {
      if (!whole.isEmpty() && !text.isEmpty()) {
        whole.append(LineJoint.between(whole, text));
      }
      whole.append(text);
    }
    int columns = columns(paragraph);
    if (columns == 0) {
      return whole.toString();
    }
    int first = columns - Columns.of(paragraph.lines().first().indent() + paragraph.marker());
    int other = columns - Columns.of(paragraph.otherIndent());
    List<String> lines = wrapper.wrap(whole.toString(), first, other);
    return String.join(lineEnd + paragraph.otherIndent(), lines);
  }

  private int columns(Paragraph paragraph) {
    ParagraphLines lines = paragraph.lines();
    if (!lines.prose() || paragraph.role() == Role.HEADING) {
      return 0;
    }
    // Without a blank line or an indent, nobody could see where the next paragraph begins.
    boolean apart =
        wrapping.columns() > 0
            || lines.ownBlock()
            || !paragraph.marker().isEmpty()
            || !lines.first().indent().equals(paragraph.otherIndent());
    return apart ? wrap.columns(wrapping.columns()) : 0;
  }

  /** Writes cells where the columns of the table were, as far as there is room. */
  private static String row(Cells cells, List<String> texts) {
    StringBuilder row = new StringBuilder(cells.lead());
    for (int i = 0; i < texts.size(); i++) {
      String gap = cells.gaps().get(i);
      int spaces = 0;
      while (spaces < gap.length() && gap.charAt(spaces) == ' ') {
        spaces++;
      }
      int fewest = spaces == gap.length() ? Cells.FEWEST_SPACES : 1;
      int room = spaces + Columns.of(cells.texts().get(i)) - Columns.of(texts.get(i));
      row.append(texts.get(i))
          .append(" ".repeat(Math.max(Math.min(spaces, fewest), spaces == 0 ? 0 : room)))
          .append(gap.substring(spaces));
    }
    return row.toString();
  }

  private static String text(CodedText coded) {
    StringBuilder text = new StringBuilder();
    for (Inline inline : coded.content()) {
      if (inline instanceof TextRun run) {
        // Half of a surrogate pair, which no encoding has, becomes a question mark.
        text.append(new String(run.text().getBytes(UTF_8), UTF_8));
      } else if (inline instanceof InlineCode code) {
        text.append(code.original());
      }
    }
    return LINE_ENDS.matcher(text).replaceAll(" ").strip();
  }
}
