package dev.yiben.formats.run;

import dev.yiben.formats.run.Item.Code;
import dev.yiben.formats.run.Item.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Moves anchors out of words: starts to before them, ends to after them.
 *
 * <p>Where words are not parted by spaces, nobody can tell, and anchors stay.
 */
final class WordEdges {
  private final StringBuilder text = new StringBuilder();
  private final List<Text> texts = new ArrayList<>();
  private final List<Placed> anchors = new ArrayList<>();

  /** An anchor, and how many characters stand before it. */
  private record Placed(Code code, int place) {}

  private WordEdges() {}

  static List<Item> moveAnchors(List<Item> items) {
    List<Item> moved = new ArrayList<>();
    WordEdges stretch = new WordEdges();
    for (Item item : items) {
      if (item instanceof Text text) {
        stretch.texts.add(text);
        stretch.text.append(text.value());
      } else if (item instanceof Code code && code.kind().isAnchor()) {
        stretch.anchors.add(new Placed(code, stretch.text.length()));
      } else {
        stretch.addTo(moved);
        stretch = new WordEdges();
        moved.add(item);
      }
    }
    stretch.addTo(moved);
    return moved;
  }

  private void addTo(List<Item> moved) {
    List<Placed> placed = placed();
    int anchor = 0;
    int start = 0;
    for (Text run : texts) {
      int end = start + run.value().length();
      int from = start;
      while (anchor < placed.size() && placed.get(anchor).place() < end) {
        int place = placed.get(anchor).place();
        add(run, from - start, place - start, moved);
        moved.add(placed.get(anchor).code());
        from = place;
        anchor++;
      }
      add(run, from - start, end - start, moved);
      start = end;
    }
    placed.subList(anchor, placed.size()).forEach(last -> moved.add(last.code()));
  }

  private static void add(Text run, int from, int to, List<Item> moved) {
    if (from < to) {
      moved.add(new Text(run.value().substring(from, to), run.style()));
    }
  }

  private List<Placed> placed() {
    if (anchors.isEmpty() || texts.isEmpty()) {
      return anchors;
    }
    WordBounds words = new WordBounds(text);
    Set<String> points = new HashSet<>();
    int before = -1;
    List<Placed> placed = new ArrayList<>();
    for (Placed anchor : anchors) {
      if (anchor.place() != before) {
        points.clear();
        before = anchor.place();
      }
      boolean start = anchor.code().kind() == CodeKind.START_ANCHOR;
      if (start) {
        points.add(anchor.code().key());
      }
      boolean back = start || points.contains(anchor.code().key());
      int place = back ? words.start(anchor.place()) : words.end(anchor.place());
      placed.add(new Placed(anchor.code(), place));
    }
    placed.sort(Comparator.comparingInt(Placed::place));
    return placed;
  }
}
