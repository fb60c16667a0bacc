package dev.yiben.formats.pdf.typeset;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/** Cuts words that no line has room for: where a hyphen may part them, or after each character. */
final class WordCutter {
  private final double widest;
  private final Ruler ruler;
  private final String language;
  private final List<Atom> cut = new ArrayList<>();

  private WordCutter(double widest, Ruler ruler, String language) {
    this.widest = widest;
    this.ruler = ruler;
    this.language = language;
  }

  /**
   * Returns atoms of which none is wider than so many em, but characters.
   *
   * @param widest in em
   */
  static List<Atom> cut(List<Atom> atoms, double widest, Ruler ruler, String language) {
    WordCutter cutter = new WordCutter(widest, ruler, language);
    for (Atom atom : atoms) {
      if (atom.item() instanceof Item.Text run
          && atom.kind() == Atom.Kind.WORD
          && atom.width() > widest) {
        cutter.parts(atom, run);
      } else {
        cutter.cut.add(atom);
      }
    }
    return cutter.cut;
  }

  private void parts(Atom atom, Item.Text run) {
    int start = 0;
    for (int point : ruler.hyphens(atom.text(), language)) {
      part(atom, run, start, point, Atom.Break.HYPHEN);
      start = point;
    }
    part(atom, run, start, atom.text().length(), atom.after());
  }

  private void part(Atom atom, Item.Text run, int start, int end, Atom.Break after) {
    String text = atom.text().substring(start, end);
    Atom part = piece(atom, run, text, after);
    if (part.width() <= widest) {
      cut.add(part);
      return;
    }
    BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.forLanguageTag(language));
    characters.setText(text);
    int from = 0;
    for (int to = characters.next(); to != BreakIterator.DONE; to = characters.next()) {
      cut.add(
          piece(
              atom, run, text.substring(from, to), to == text.length() ? after : Atom.Break.LINE));
      from = to;
    }
  }

  private Atom piece(Atom atom, Item.Text run, String text, Atom.Break after) {
    Look look = run.look();
    Ruler.Measure measure = ruler.measure(text, look.style(), language, (atom.level() & 1) != 0);
    double width = measure.width() * look.ratio();
    return new Atom(Atom.Kind.WORD, run, text, measure.runs(), width, 0, atom.level(), after);
  }
}
