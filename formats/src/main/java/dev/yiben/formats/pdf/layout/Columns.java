package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.pdf.page.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Stretches of a row's width that gaps part, which run through several rows.
 *
 * @param stretches from the left, none overlapping another
 */
record Columns(List<Stretch> stretches) {
  /** A gap of so many em parts columns. */
  private static final double GAP = 0.8;

  /** From one point to another. */
  record Stretch(double from, double to) {
    double length() {
      return to - from;
    }
  }

  Columns {
    stretches = List.copyOf(stretches);
  }

  /** Returns the columns of a row alone. */
  static Columns of(Row row) {
    List<Stretch> words = new ArrayList<>();
    for (Line piece : row.pieces()) {
      for (Word word : piece.words()) {
        Box box = word.box();
        words.add(new Stretch(box.left(), box.right()));
      }
    }
    return joined(words, GAP * row.size());
  }

  /** Returns the columns that these rows and another one have in common. */
  Columns with(Columns other, double size) {
    List<Stretch> all = new ArrayList<>(stretches);
    all.addAll(other.stretches);
    return joined(all, 0.5 * size);
  }

  private static Columns joined(List<Stretch> parts, double gap) {
    List<Stretch> sorted = new ArrayList<>(parts);
    sorted.sort(Comparator.comparingDouble(Stretch::from));
    List<Stretch> joined = new ArrayList<>();
    for (Stretch part : sorted) {
      Stretch last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && part.from < last.to + gap) {
        joined.set(joined.size() - 1, new Stretch(last.from, Math.max(last.to, part.to)));
      } else {
        joined.add(part);
      }
    }
    return new Columns(joined);
  }

  int count() {
    return stretches.size();
  }

  /** Returns the lines that the words of a row make in each column; empty lists for none. */
  List<List<Word>> words(Row row) {
    List<List<Word>> words = new ArrayList<>();
    stretches.forEach(stretch -> words.add(new ArrayList<>()));
    for (Line piece : row.pieces()) {
      for (Word word : piece.words()) {
        words.get(at(word.box().centerX())).add(word);
      }
    }
    return words;
  }

  private int at(double x) {
    int best = 0;
    double least = Double.MAX_VALUE;
    for (int i = 0; i < stretches.size(); i++) {
      Stretch stretch = stretches.get(i);
      double distance = Math.max(0, Math.max(stretch.from - x, x - stretch.to));
      if (distance < least) {
        best = i;
        least = distance;
      }
    }
    return best;
  }
}
