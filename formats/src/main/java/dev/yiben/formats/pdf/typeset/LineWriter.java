package dev.yiben.formats.pdf.typeset;

import com.ibm.icu.lang.UCharacter;
import dev.yiben.formats.pdf.font.FaceRun;
import dev.yiben.formats.pdf.font.FontFace;
import java.util.ArrayList;
import java.util.List;

/** Writes the atoms of a line from left to right, as few texts as can be. */
final class LineWriter {
  /** Where the middle of characters is above their baseline, in em. */
  private static final double MIDDLE = 0.36;

  /** How far marks in the corner of their square move in vertical writing, in em. */
  private static final double CORNER = 0.5;

  private static final double SMALL = 0.1;

  private final int frame;
  private final boolean vertical;
  private final double size;
  private final double scale;
  private final double stretch;
  private final double baseline;
  private final List<Placed> placed = new ArrayList<>();
  private final StringBuilder pending = new StringBuilder();
  private Item.Text pendingItem;
  private FontFace pendingFace;
  private double pendingX;
  private double x;

  /**
   * Begins a line.
   *
   * @param size of the passage as it is set, in points
   * @param scale of the size of the source
   */
  LineWriter(
      int frame,
      boolean vertical,
      double size,
      double scale,
      double stretch,
      double x,
      double baseline) {
    this.frame = frame;
    this.vertical = vertical;
    this.size = size;
    this.scale = scale;
    this.stretch = stretch;
    this.x = x;
    this.baseline = baseline;
  }

  /**
   * Adds an atom.
   *
   * @param extra room behind it, in points
   */
  void add(Atom atom, double extra) {
    if (atom.item() instanceof Item.Inset inset && atom.kind() == Atom.Kind.INSET) {
      flush();
      double right = x + atom.width() * size;
      placed.add(new Placed.Inset(frame, inset.anchor(), x, right, baseline, scale, inset));
      x = right;
    } else if (atom.kind() == Atom.Kind.GAP) {
      flush();
      x += atom.width() * size * stretch;
    } else if (atom.item() instanceof Item.Text text) {
      boolean reversed = (atom.level() & 1) != 0;
      List<FaceRun> runs = atom.runs();
      for (int i = 0; i < runs.size(); i++) {
        FaceRun run = runs.get(reversed ? runs.size() - 1 - i : i);
        write(text, run.face(), reversed ? reversed(run.text()) : run.text());
      }
    }
    if (extra > 0) {
      flush();
      x += extra;
    }
  }

  /** Adds a hyphen behind the last atom. */
  void hyphen(Atom last, List<FaceRun> runs) {
    if (last.item() instanceof Item.Text text) {
      runs.forEach(run -> write(text, run.face(), run.text()));
    }
  }

  List<Placed> placed() {
    flush();
    return placed;
  }

  private void write(Item.Text item, FontFace face, String text) {
    if (vertical) {
      text.codePoints().forEach(c -> standing(item, face, c));
      return;
    }
    append(item, face, text);
  }

  private void append(Item.Text item, FontFace face, String text) {
    boolean goesOn =
        !pending.isEmpty()
            && pendingFace == face
            && pendingItem.look().equals(item.look())
            && pendingItem.anchor() == item.anchor();
    if (!goesOn) {
      flush();
      pendingItem = item;
      pendingFace = face;
      pendingX = x;
    }
    pending.append(text);
    x += width(text, face) * em(item) * stretch;
  }

  /** Writes a character of vertical writing, which lies on its side or stands across the line. */
  private void standing(Item.Text item, FontFace face, int c) {
    String text = Character.toString(c);
    if (!Characters.standsUpright(c)) {
      append(item, face, text);
      return;
    }
    flush();
    double em = em(item);
    double right = x + em * stretch;
    double corner = Characters.isRaised(c) ? CORNER : Characters.isSmallKana(c) ? SMALL : 0;
    placed.add(
        new Placed.Text(
            frame,
            item.anchor(),
            x - corner * em,
            right - corner * em,
            baseline + (corner + item.look().rise()) * em,
            text,
            face,
            em,
            stretch,
            true,
            item.look()));
    x = right;
  }

  private void flush() {
    if (pending.isEmpty()) {
      return;
    }
    double em = em(pendingItem);
    double middle = vertical ? -MIDDLE * em : 0;
    placed.add(
        new Placed.Text(
            frame,
            pendingItem.anchor(),
            pendingX,
            x,
            baseline + pendingItem.look().rise() * size + middle,
            pending.toString(),
            pendingFace,
            em,
            stretch,
            false,
            pendingItem.look()));
    pending.setLength(0);
  }

  private double em(Item.Text item) {
    return size * item.look().ratio();
  }

  private static double width(String text, FontFace face) {
    return text.codePoints().mapToDouble(face::advance).sum();
  }

  /** Returns text from left to right, of which the characters run from right to left. */
  private static String reversed(String text) {
    StringBuilder reversed = new StringBuilder(text.length());
    int end = text.length();
    while (end > 0) {
      int start = end;
      int c;
      do {
        c = text.codePointBefore(start);
        start -= Character.charCount(c);
      } while (start > 0 && isMark(c));
      reversed.appendCodePoint(UCharacter.getMirror(c));
      reversed.append(text, start + Character.charCount(c), end);
      end = start;
    }
    return reversed.toString();
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }
}
