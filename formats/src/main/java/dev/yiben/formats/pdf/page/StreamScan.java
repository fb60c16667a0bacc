package dev.yiben.formats.pdf.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;

/** How far a content stream has been read, and in what state. */
final class StreamScan {
  /** Nothing that anybody reads is marked more deeply, or saves more states. */
  private static final int DEEPEST = 10_000;

  private record Saved(Inks inks, Box clip, COSName font) {}

  /**
   * A marked-content sequence that is open.
   *
   * @param id its identifier, or that of the one around it; -1 if there is none
   * @param artifact whether it is no part of the text proper
   * @param hidden whether it is on a layer that is not shown
   * @param actual text that stands for all glyphs in it; null if each stands for itself
   * @param first number of the first glyph in it
   */
  record Mark(int id, boolean artifact, boolean hidden, String actual, int first) {}

  private final int number;
  private final boolean repeated;
  private final boolean opaque;
  private final Deque<Saved> saved = new ArrayDeque<>();
  private final Deque<Mark> marks = new ArrayDeque<>();
  private final Mark outermost;
  private Inks inks;
  private Box clip;
  private COSName font;
  private int operator = -1;
  private int element = -1;
  private int nested;
  private int unsavable;
  private TextState state;

  /**
   * Begins a stream.
   *
   * @param opaque whether it is drawn so that what is opaque in it is so on the page
   * @param outermost what is marked around it
   */
  StreamScan(int number, boolean repeated, boolean opaque, Mark outermost, Inks inks, Box clip) {
    this.number = number;
    this.repeated = repeated;
    this.opaque = opaque;
    this.outermost = outermost;
    this.inks = inks;
    this.clip = clip;
  }

  /** Enters an operator, and returns whether it is one of the stream, not part of another. */
  boolean enter() {
    if (nested++ > 0) {
      return false;
    }
    operator++;
    element = -1;
    state = null;
    return true;
  }

  void leave() {
    nested--;
  }

  /** Follows an operator that changes inks, fonts or clipping. */
  void follow(String name, List<COSBase> operands) {
    switch (name) {
      case "q" -> {
        if (saved.size() < DEEPEST) {
          saved.push(new Saved(inks, clip, font));
        } else {
          unsavable++;
        }
      }
      case "Q" -> {
        if (unsavable > 0) {
          unsavable--;
        } else if (!saved.isEmpty()) {
          Saved state = saved.pop();
          inks = state.inks;
          clip = state.clip;
          font = state.font;
        }
      }
      case "Tf" -> font = operands.isEmpty() ? null : name(operands.get(0));
      default -> inks = inks.after(name, operands);
    }
  }

  private static COSName name(COSBase operand) {
    return operand instanceof COSName name ? name : null;
  }

  void mark(Mark mark) {
    if (marks.size() < DEEPEST) {
      marks.push(mark);
    }
  }

  /** Ends a marked-content sequence, and returns it; null if none is open. */
  Mark unmark() {
    return marks.poll();
  }

  Mark mark() {
    return marks.isEmpty() ? outermost : marks.peek();
  }

  void clip(Box box) {
    clip = clip.intersection(box);
  }

  /** Begins another string of the operator, and returns its number. */
  int nextElement() {
    return ++element;
  }

  void state(TextState before) {
    state = before;
  }

  TextState state() {
    return state;
  }

  int number() {
    return number;
  }

  int operator() {
    return operator;
  }

  boolean repeated() {
    return repeated;
  }

  boolean opaque() {
    return opaque;
  }

  Inks inks() {
    return inks;
  }

  Box clip() {
    return clip;
  }

  COSName font() {
    return font;
  }
}
