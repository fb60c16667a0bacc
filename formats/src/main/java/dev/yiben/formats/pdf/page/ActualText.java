package dev.yiben.formats.pdf.page;

import java.util.List;

/** Gives glyphs the text that the file says stands for a run of them, ISO 32000-1 14.9.4. */
final class ActualText {
  /** A run of no more glyphs is a cluster of letters, or a picture of a word. */
  private static final int CLUSTER = 12;

  private ActualText() {}

  static void apply(String actual, List<Draft> run) {
    List<Draft> read = run.stream().filter(draft -> draft.rule == null).toList();
    if (read.isEmpty()) {
      return;
    }
    int[] characters = actual.codePoints().toArray();
    boolean known = read.stream().allMatch(draft -> draft.glyph.isReadable());
    if (characters.length == read.size()) {
      for (int i = 0; i < characters.length; i++) {
        read.get(i).text = Character.toString(characters[i]);
      }
    } else if (!known || read.size() <= CLUSTER) {
      read.get(0).text = actual;
      read.stream().skip(1).forEach(draft -> draft.text = "");
    }
    // A longer run that reads as something keeps its own text, glyph by glyph: only so is it known
    // where its words stand.
  }
}
