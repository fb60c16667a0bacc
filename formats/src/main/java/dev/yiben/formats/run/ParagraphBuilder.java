package dev.yiben.formats.run;

import dev.yiben.formats.format.Tally;
import dev.yiben.formats.run.Item.Close;
import dev.yiben.formats.run.Item.Code;
import dev.yiben.formats.run.Item.Open;
import dev.yiben.formats.run.Item.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Collects what a paragraph consists of, in document order.
 *
 * <p>What is not told, such as marks of the spelling checker, goes where the paragraph is
 * translated.
 */
public final class ParagraphBuilder {
  private static final Pattern LINE_ENDS =
      Pattern.compile("[\\t\\n\\x0B\\f\\r\\x{85}\\x{2028}\\x{2029}]");

  private final int start;
  private final int end;
  private final List<Item> items = new ArrayList<>();
  private final List<Piece> loose = new ArrayList<>();
  private final Deque<Integer> open = new ArrayDeque<>();
  private final Set<Integer> changes = new HashSet<>();
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
      items.add(new Text(LINE_ENDS.matcher(value).replaceAll(" "), style));
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
    code(kind, List.of(piece(start, end, style)), shown);
  }

  /** Adds a standalone code of several pieces, such as a field. */
  public void code(CodeKind kind, List<Piece> pieces, String shown) {
    items.add(new Code(kind, pieces, shown, ""));
  }

  /**
   * Adds one end of a pair of anchors, such as a bookmark. Where both ends are in the paragraph,
   * have words between them and do not cross other pairs, they become a pair of codes.
   *
   * @param key what both ends, and no others in the paragraph, have in common
   */
  public void anchor(CodeKind kind, String key, int start, int end) {
    items.add(new Code(kind, List.of(new Piece.Between(start, end)), "", key));
  }

  /** Adds what stands between runs and may as well stand before the first one. */
  public void loose(int start, int end) {
    loose.add(new Piece.Between(start, end));
  }

  /** Adds the start tag of an element that holds runs, such as a hyperlink. */
  public void open(int start, int end) {
    open(List.of(new Piece.Between(start, end)));
  }

  /** Adds the start of something that holds runs, such as a field that is a link. */
  public void open(List<Piece> pieces) {
    open.push(++pairs);
    items.add(new Open(pairs, pieces));
  }

  /**
   * Adds the start tag of an element that holds runs and marks them as changed; it is closed as
   * others are. Where it begins or ends in a word, all of the word goes into it; without words in
   * it, it goes.
   */
  public void openChange(int start, int end) {
    open(start, end);
    changes.add(pairs);
  }

  /** Adds the end tag of the element that was opened last. */
  public void close(int start, int end) {
    close(List.of(new Piece.Between(start, end)));
  }

  /** Adds the end of what was opened last. */
  public void close(List<Piece> pieces) {
    items.add(new Close(open.remove(), pieces));
  }

  private static Piece piece(int start, int end, Optional<RunStyle> style) {
    return style.isPresent()
        ? new Piece.InRun(start, end, style.get())
        : new Piece.Between(start, end);
  }

  /**
   * Returns the paragraph; nothing if there is no text in it.
   *
   * @param part the text that all offsets are of
   */
  public Optional<Paragraph> build(String part) {
    return build(part, Extent::ofAllWords);
  }

  /**
   * Returns the paragraph without numbers and signs that tabs part from its words, such as the
   * number of a heading and the page in a table of contents; nothing if there is no text in it.
   *
   * @param part the text that all offsets are of
   * @param tally counts, as {@code label}, what is left out
   */
  public Optional<Paragraph> build(String part, Tally tally) {
    Optional<Paragraph> paragraph = build(part, Extent::ofWordsBetweenTabs);
    paragraph.ifPresent(
        found -> {
          tally.outside("label", found.leftOut());
          tally.outside("placeholder-bracket", found.brackets());
        });
    return paragraph;
  }

  /** Finds out which items are the segment. */
  private interface Cut {
    Optional<Extent> extent(List<Item> items);
  }

  private Optional<Paragraph> build(String part, Cut cut) {
    List<Item> whole = WordlessPairs.close(WholeWords.widen(items, changes));
    List<Item> parted = SpaceSplitter.split(WordEdges.moveAnchors(whole));
    List<Item> paired = new AnchorPairs(parted, pairs).paired();
    return cut.extent(paired)
        .map(extent -> new ParagraphCoder(part, start, end, loose, paired, extent).paragraph());
  }
}
