package dev.yiben.glossary.edit;

import dev.yiben.glossary.Splice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The changes of a text, in any order; at one place what is put in comes first. */
final class Splices {
  private final List<Splice> splices = new ArrayList<>();

  void insert(int offset, String text) {
    splices.add(new Splice(offset, offset, text));
  }

  void replace(int start, int end, String text) {
    splices.add(new Splice(start, end, text));
  }

  /**
   * Returns the changed text.
   *
   * @throws IllegalStateException if two changes overlap
   */
  String apply(String text) {
    List<Splice> sorted = new ArrayList<>(splices);
    sorted.sort(
        Comparator.comparingInt(Splice::start)
            .thenComparing(splice -> splice.end() > splice.start()));
    StringBuilder changed = new StringBuilder();
    int copied = 0;
    for (Splice splice : sorted) {
      if (splice.start() < copied) {
        throw new IllegalStateException("Changes overlap at offset " + splice.start());
      }
      changed.append(text, copied, splice.start()).append(splice.text());
      copied = splice.end();
    }
    return changed.append(text, copied, text.length()).toString();
  }
}
