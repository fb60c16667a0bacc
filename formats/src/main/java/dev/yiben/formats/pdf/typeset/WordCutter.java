package dev.yiben.formats.pdf.typeset;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/** Cuts words that no line has room for, so that a line may end after each of their characters. */
final class WordCutter {
  private WordCutter() {}

  /**
   * Returns atoms of which none is wider than so many em, but characters.
   *
   * @param widest in em
   */
  static List<Atom> cut(List<Atom> atoms, double widest, Ruler ruler, String language) {
    List<Atom> cut = new ArrayList<>();
    for (Atom atom : atoms) {
      if (atom.kind() == Atom.Kind.WORD && atom.width() > widest) {
        characters(atom, ruler, language, cut);
      } else {
        cut.add(atom);
      }
    }
    return cut;
  }

  private static void characters(Atom atom, Ruler ruler, String language, List<Atom> cut) {
    BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.forLanguageTag(language));
    characters.setText(atom.text());
    int start = 0;
    for (int end = characters.next(); end != BreakIterator.DONE; end = characters.next()) {
      String text = atom.text().substring(start, end);
      boolean last = end == atom.text().length();
      Ruler.Measure measure =
          ruler.measure(text, atom.look().style(), language, (atom.level() & 1) != 0);
      cut.add(
          new Atom(
              Atom.Kind.WORD,
              atom.item(),
              text,
              measure.runs(),
              measure.width() * atom.look().ratio(),
              last ? atom.hang() : 0,
              atom.level(),
              last ? atom.after() : Atom.Break.LINE));
      start = end;
    }
  }
}
