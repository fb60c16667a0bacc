package dev.yiben.formats.pdf.typeset;

import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.yiben.formats.pdf.layout.Alignment;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Cuts a passage into atoms: by where lines may end (UAX 14), by look and by direction (UAX 9). */
final class AtomReader {
  /** Width of a gap between characters on a grid and others, in em. */
  private static final double GAP = 0.125;

  /** How much of a closing mark on the grid is blank, in em. */
  private static final double HANG = 0.5;

  /** A drawing breaks and runs as a word does: not between it and a comma or a bracket. */
  private static final char DRAWING = 'x';

  private static final char SOFT_HYPHEN = '\u00AD';
  private static final List<Integer> NONE = List.of();

  private final Ruler ruler;
  private final Passage passage;
  private final boolean rightToLeft;
  private final boolean onGrid;
  private final boolean hyphenated;
  private final double size;
  private final StringBuilder text = new StringBuilder();
  private final List<Item> owners = new ArrayList<>();
  private final List<Atom> atoms = new ArrayList<>();

  private AtomReader(Ruler ruler, Passage passage) {
    this.ruler = ruler;
    this.passage = passage;
    this.rightToLeft = passage.readsRightToLeft();
    this.onGrid = passage.isOnGrid();
    this.hyphenated = isRunning(passage);
    this.size = passage.frames().get(0).size();
  }

  /** Returns the atoms of a passage, with no glue at its edges. */
  static List<Atom> read(Ruler ruler, Passage passage) {
    AtomReader reader = new AtomReader(ruler, passage);
    reader.join();
    reader.cut();
    reader.trim();
    return reader.atoms;
  }

  /** Returns whether a passage is running text, and not a title or a label. */
  private static boolean isRunning(Passage passage) {
    return passage.frames().stream().mapToInt(Frame::lines).sum() > 1
        && passage.frames().get(0).alignment() != Alignment.CENTER;
  }

  private void join() {
    for (Item item : passage.items()) {
      String characters =
          item instanceof Item.Text run
              ? Normalizer.normalize(run.text(), Normalizer.Form.NFC)
              : String.valueOf(DRAWING);
      for (int i = 0; i < characters.length(); i++) {
        owners.add(item);
      }
      text.append(characters);
    }
  }

  private void cut() {
    String all = text.toString();
    BitSet ends = lineEnds(all);
    byte[] levels = levels(all);
    int start = 0;
    for (int i = 1; i <= all.length(); i++) {
      if (i == all.length()
          || ends.get(i)
          || owners.get(i) != owners.get(start)
          || levels[i] != levels[start]
          || Characters.isSpace(all.charAt(i)) != Characters.isSpace(all.charAt(i - 1))) {
        add(all, start, i, levels[start], ends.get(i) ? Atom.Break.LINE : Atom.Break.NONE);
        start = i;
      }
    }
  }

  private BitSet lineEnds(String all) {
    BreakIterator breaks =
        BreakIterator.getLineInstance(
            ULocale.forLanguageTag(passage.language()).setKeywordValue("lb", "strict"));
    breaks.setText(all);
    BitSet ends = new BitSet(all.length() + 1);
    for (int end = breaks.first(); end != BreakIterator.DONE; end = breaks.next()) {
      boolean inWord =
          end > 0
              && end < all.length()
              && Characters.isHangul(all.charAt(end - 1))
              && Characters.isHangul(all.charAt(end));
      ends.set(end, !inWord);
    }
    return ends;
  }

  private byte[] levels(String all) {
    char[] characters = all.toCharArray();
    if (!rightToLeft && !Bidi.requiresBidi(characters, 0, characters.length)) {
      return new byte[characters.length];
    }
    Bidi bidi = new Bidi();
    bidi.setPara(characters, rightToLeft ? Bidi.RTL : Bidi.LTR, null);
    byte[] levels = bidi.getLevels();
    return levels.length == characters.length ? levels : Arrays.copyOf(levels, characters.length);
  }

  private void add(String all, int start, int end, byte level, Atom.Break after) {
    Item item = owners.get(start);
    if (item instanceof Item.Inset inset) {
      gapBefore('x');
      atoms.add(
          new Atom(Atom.Kind.INSET, item, "", List.of(), inset.width() / size, 0, level, after));
    } else if (item instanceof Item.Text run) {
      String drawn = DrawnText.of(all.substring(start, end));
      if (drawn.isEmpty()) {
        allow(after);
        return;
      }
      boolean space = drawn.isBlank() && after == Atom.Break.LINE;
      gapBefore(drawn.codePointAt(0));
      boolean soft = all.charAt(end - 1) == SOFT_HYPHEN;
      Atom.Break last = soft && after == Atom.Break.LINE ? Atom.Break.HYPHEN : after;
      int from = 0;
      for (int point : hyphenated && !space ? ruler.hyphens(drawn, passage.language()) : NONE) {
        atoms.add(word(run, drawn.substring(from, point), level, Atom.Break.HYPHEN));
        from = point;
      }
      Atom rest = word(run, drawn.substring(from), level, last);
      atoms.add(space ? rest.as(Atom.Kind.SPACE) : rest);
    }
  }

  private Atom word(Item.Text run, String drawn, int level, Atom.Break after) {
    Look look = run.look();
    Ruler.Measure measure =
        ruler.measure(drawn, look.style(), passage.language(), (level & 1) != 0);
    int last = drawn.codePointBefore(drawn.length());
    double hang = onGrid && Characters.isClosing(last) ? HANG * look.ratio() : 0;
    double width = measure.width() * look.ratio();
    return new Atom(Atom.Kind.WORD, run, drawn, measure.runs(), width, hang, level, after);
  }

  /** Lets what has been read be followed by what would have followed text that is not drawn. */
  private void allow(Atom.Break after) {
    if (after != Atom.Break.NONE && !atoms.isEmpty()) {
      int last = atoms.size() - 1;
      atoms.set(last, atoms.get(last).before(after));
    }
  }

  private void gapBefore(int c) {
    if (!onGrid || atoms.isEmpty()) {
      return;
    }
    int last = atoms.size() - 1;
    Atom before = atoms.get(last);
    int previous =
        before.kind() == Atom.Kind.INSET
            ? 'x'
            : before.text().isEmpty() ? ' ' : before.text().codePointBefore(before.text().length());
    if ((Characters.isEastAsian(previous)
            && Characters.isGapped(c)
            && !Characters.isClosing(previous))
        || (Characters.isGapped(previous)
            && Characters.isEastAsian(c)
            && !Characters.isClosing(c))) {
      atoms.set(last, before.before(Atom.Break.NONE));
      atoms.add(
          new Atom(
              Atom.Kind.GAP, before.item(), "", List.of(), GAP, 0, before.level(), before.after()));
    }
  }

  private void trim() {
    while (!atoms.isEmpty() && atoms.get(atoms.size() - 1).isGlue()) {
      atoms.remove(atoms.size() - 1);
    }
    while (!atoms.isEmpty() && atoms.get(0).isGlue()) {
      atoms.remove(0);
    }
  }
}
