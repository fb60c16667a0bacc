package dev.yiben.formats.run;

import dev.yiben.formats.run.Item.Close;
import dev.yiben.formats.run.Item.Code;
import dev.yiben.formats.run.Item.Open;
import dev.yiben.formats.run.Item.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes pairs of anchors that enclose words, and cross nothing, hold these words. */
final class AnchorPairs {
  private final List<Item> items;
  private final int[] words;
  private int pairs;

  /** The starts of anchors that one and the same element holds. */
  private static final class Level {
    private final Deque<Integer> starts = new ArrayDeque<>();
    private final Set<String> keys = new HashSet<>();
  }

  /**
   * Creates it.
   *
   * @param pairs the highest number of a pair among the items
   */
  AnchorPairs(List<Item> items, int pairs) {
    this.items = new ArrayList<>(items);
    this.words = new int[items.size() + 1];
    this.pairs = pairs;
  }

  List<Item> paired() {
    for (int i = 0; i < items.size(); i++) {
      boolean word =
          (items.get(i) instanceof Text text && !text.isBlank())
              || (items.get(i) instanceof Code code && code.kind() == CodeKind.WORD);
      words[i + 1] = words[i] + (word ? 1 : 0);
    }
    Deque<Level> levels = new ArrayDeque<>(List.of(new Level()));
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      if (item instanceof Open) {
        levels.push(new Level());
      } else if (item instanceof Close) {
        levels.remove();
      } else if (item instanceof Code code && !code.key().isEmpty()) {
        add(i, code, levels.element());
      }
    }
    return items;
  }

  private void add(int i, Code code, Level level) {
    if (code.kind() == CodeKind.START_ANCHOR) {
      if (level.keys.add(code.key())) {
        level.starts.push(i);
      }
    } else if (level.keys.contains(code.key())) {
      // Those that began after it end after it too: they cross it.
      int start = level.starts.remove();
      while (!key(start).equals(code.key())) {
        level.keys.remove(key(start));
        start = level.starts.remove();
      }
      level.keys.remove(code.key());
      if (words[i] > words[start]) {
        pairs++;
        items.set(start, new Open(pairs, ((Code) items.get(start)).pieces()));
        items.set(i, new Close(pairs, code.pieces()));
      }
    }
  }

  private String key(int start) {
    return ((Code) items.get(start)).key();
  }
}
