package dev.yiben.formats.run;

import dev.yiben.formats.run.Item.Close;
import dev.yiben.formats.run.Item.Code;
import dev.yiben.formats.run.Item.Open;
import dev.yiben.formats.run.Item.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Collects what a paragraph consists of, in document order.
 *
 * <p>What is not told, such as marks of the spelling checker, goes where the paragraph is
 * translated.
 */
public final class ParagraphBuilder {
  private final int start;
  private final int end;
  private final List<Item> items = new ArrayList<>();
  private final Deque<Integer> open = new ArrayDeque<>();
  private int pairs;

  /**
   * Creates a builder.
   *
   * @param start offset of the first run, or what stands among the runs, in the part
   * @param end offset after the last one
   */
  public ParagraphBuilder(int start, int end) {
    this.start = start;
    this.end = end;
  }

  /** Adds text of a run; line ends and tabs in it are spaces. */
  public void text(String value, RunStyle style) {
    if (!value.isEmpty()) {
      items.add(new Text(value.replaceAll("[\\t\\n\\x0B\\f\\r\\x{2028}\\x{2029}]", " "), style));
    }
  }

  /**
   * Adds a standalone code.
   *
   * @param start offset in the part
   * @param shown what a reader sees of it, such as a newline for a line break; empty for most
   * @param style the look of the run that it stands in; empty if it stands between runs
   */
  public void code(CodeKind kind, int start, int end, String shown, Optional<RunStyle> style) {
    items.add(new Code(kind, start, end, shown, style));
  }

  /** Adds the start tag of an element that holds runs, such as a hyperlink. */
  public void open(int start, int end) {
    open.push(++pairs);
    items.add(new Open(pairs, start, end));
  }

  /** Adds the end tag of the element that was opened last. */
  public void close(int start, int end) {
    items.add(new Close(open.remove(), start, end));
  }

  /**
   * Returns the paragraph; nothing if there is no text in it.
   *
   * @param part the text that all offsets are of
   */
  public Optional<Paragraph> build(String part) {
    List<Item> split = SpaceSplitter.split(items);
    return Extent.of(split)
        .map(extent -> new ParagraphCoder(part, start, end, split, extent).paragraph());
  }
}
