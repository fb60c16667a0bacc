package dev.yiben.formats.run;

import dev.yiben.formats.run.Item.Close;
import dev.yiben.formats.run.Item.Open;
import dev.yiben.formats.run.Item.Text;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The look that most characters have, in a segment and in each element with runs in it. */
final class PrevailingLooks {
  /** The segment itself, as an element with runs. */
  private static final int OUTERMOST = 0;

  private final Map<Integer, RunStyle> looks = new HashMap<>();

  /** How many characters have a look. */
  private static final class Count {
    private final RunStyle look;
    private int characters;

    Count(RunStyle look) {
      this.look = look;
    }
  }

  PrevailingLooks(List<Item> items) {
    Map<Integer, Map<String, Count>> counts = new HashMap<>();
    Deque<Integer> open = new ArrayDeque<>(List.of(OUTERMOST));
    Map<Integer, Integer> parents = new LinkedHashMap<>();
    for (Item item : items) {
      if (item instanceof Open start) {
        parents.put(start.pair(), open.element());
        open.push(start.pair());
      } else if (item instanceof Close) {
        open.remove();
      } else if (item instanceof Text text && !isNeutral(text)) {
        counts
                .computeIfAbsent(open.element(), pair -> new LinkedHashMap<>())
                .computeIfAbsent(text.style().key(), key -> new Count(text.style()))
                .characters +=
            text.value().length();
      }
    }
    counts.forEach((pair, byLook) -> looks.put(pair, most(byLook)));
    parents.forEach((pair, parent) -> looks.putIfAbsent(pair, of(parent)));
  }

  private static RunStyle most(Map<String, Count> counts) {
    Count most = new Count(RunStyle.PLAIN);
    for (Count count : counts.values()) {
      most = count.characters > most.characters ? count : most;
    }
    return most.look;
  }

  /** Returns the look of the segment. */
  RunStyle outermost() {
    return of(OUTERMOST);
  }

  /** Returns the look in an element with runs. */
  RunStyle of(int pair) {
    return looks.getOrDefault(pair, RunStyle.PLAIN);
  }

  /** Returns whether nobody sees what a text looks like. */
  static boolean isNeutral(Text text) {
    return text.isBlank() && !text.style().showsOnSpaces();
  }
}
