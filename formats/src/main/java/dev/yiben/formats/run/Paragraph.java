package dev.yiben.formats.run;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.TextRun;
import dev.yiben.formats.run.Slot.Bracket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A paragraph with text, and the way to write it in another language. */
public final class Paragraph {

  /** Returns the markup of a range of the part, with the patches that lie in it. */
  @FunctionalInterface
  public interface Markup {
    /** Returns what to write for a range of the part. */
    String of(int start, int end);
  }

  private final int start;
  private final int end;
  private final CodedText text;
  private final Map<String, Slot> slots = new HashMap<>();
  private final RunStyle style;
  private final List<Piece> loose;
  private final List<Item> before;
  private final List<Item> after;

  /**
   * Creates a paragraph.
   *
   * @param slots one for each code of the text, in order
   * @param style the look that prevails
   * @param loose what stands before all else
   * @param before what stands before the first word
   * @param after what stands after the last word
   */
  Paragraph(
      int start,
      int end,
      CodedText text,
      List<Slot> slots,
      RunStyle style,
      List<Piece> loose,
      List<Item> before,
      List<Item> after) {
    this.start = start;
    this.end = end;
    this.text = text;
    this.style = style;
    this.loose = List.copyOf(loose);
    this.before = List.copyOf(before);
    this.after = List.copyOf(after);
    List<InlineCode> codes = text.codes();
    for (int i = 0; i < codes.size(); i++) {
      this.slots.put(codes.get(i).placeholder(), slots.get(i));
    }
  }

  /** Returns the text of the segment. */
  public CodedText text() {
    return text;
  }

  /** Returns the offset of the first run. */
  public int start() {
    return start;
  }

  /** Returns the offset after the last run. */
  public int end() {
    return end;
  }

  /** Returns the text that is seen but is not of the segment. */
  String leftOut() {
    StringBuilder leftOut = new StringBuilder();
    for (List<Item> side : List.of(before, after)) {
      for (Item item : side) {
        leftOut.append(item instanceof Item.Text run ? run.value() : "");
      }
    }
    return leftOut.toString();
  }

  /** Returns the brackets that are codes since they look like those of placeholders. */
  public String brackets() {
    StringBuilder brackets = new StringBuilder();
    slots.values().forEach(slot -> brackets.append(slot instanceof Bracket b ? b.bracket() : ""));
    return brackets.toString();
  }

  /**
   * Returns what to write in the place of the runs.
   *
   * @param target with the same codes as the text, pairs nested
   */
  public String write(CodedText target, RunDialect dialect, Markup markup) {
    RunWriter out = new RunWriter(dialect, markup);
    out.pieces(loose);
    before.forEach(out::item);
    Deque<RunStyle> looks = new ArrayDeque<>(List.of(style));
    for (Inline inline : target.content()) {
      if (inline instanceof TextRun run) {
        out.text(run.text(), looks.element());
      } else {
        write(slots.get(((InlineCode) inline).placeholder()), looks, out);
      }
    }
    after.forEach(out::item);
    return out.end();
  }

  private static void write(Slot slot, Deque<RunStyle> looks, RunWriter out) {
    if (slot instanceof Slot.Start opening) {
      out.pieces(opening.pieces());
      looks.push(opening.look());
    } else if (slot instanceof Slot.End closing) {
      out.pieces(closing.pieces());
      looks.remove();
    } else if (slot instanceof Slot.Standalone standalone) {
      out.pieces(standalone.pieces());
    } else if (slot instanceof Bracket bracket) {
      out.text(bracket.bracket(), looks.element());
    }
  }
}
