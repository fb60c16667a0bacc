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

/**
 * The look that needs no code, in a segment and in each element with runs in it: of those that are
 * common there, the one that leaves the fewest others to be told.
 */
final class PrevailingLooks {
  /** The segment itself, as an element with runs. */
  private static final int OUTERMOST = 0;

  private static final int MOST_SIGNS = 3;
  private static final String SIGNS = ".,:;-\u2010\u2011–—()[]\"'“”‘’«»…،؛、。，：；（）";

  /** A look is common if the one that most characters have has at most so many times as many. */
  private static final int COMMON = 4;

  private final Map<Integer, RunStyle> looks = new HashMap<>();

  /** How many characters have a look, in how many stretches. */
  private static final class Count {
    private final RunStyle look;
    private int characters;
    private int stretches;

    Count(RunStyle look) {
      this.look = look;
    }
  }

  PrevailingLooks(List<Item> items) {
    Map<Integer, Map<String, Count>> counts = new HashMap<>();
    Deque<Integer> open = new ArrayDeque<>(List.of(OUTERMOST));
    Map<Integer, Integer> parents = new LinkedHashMap<>();
    Map<Integer, Count> last = new HashMap<>();
    for (Item item : items) {
      if (item instanceof Open start) {
        parents.put(start.pair(), open.element());
        open.push(start.pair());
      } else if (item instanceof Close) {
        open.remove();
      } else if (item instanceof Text text && (!isNeutral(text) || !text.isBlank())) {
        Count count =
            counts
                .computeIfAbsent(open.element(), pair -> new LinkedHashMap<>())
                .computeIfAbsent(text.style().key(), key -> new Count(text.style()));
        count.characters += isNeutral(text) ? 0 : text.value().length();
        count.stretches += last.put(open.element(), count) == count ? 0 : 1;
      }
    }
    counts.forEach((pair, byLook) -> looks.put(pair, best(byLook)));
    parents.forEach((pair, parent) -> looks.putIfAbsent(pair, of(parent)));
  }

  private static RunStyle best(Map<String, Count> counts) {
    int most = counts.values().stream().mapToInt(count -> count.characters).max().orElse(0);
    Count best = new Count(RunStyle.PLAIN);
    for (Count count : counts.values()) {
      boolean isCommon = count.characters >= most / COMMON;
      boolean isFewer = count.stretches > best.stretches;
      boolean isAlike = count.stretches == best.stretches && count.characters > best.characters;
      best = isCommon && (isFewer || isAlike) ? count : best;
    }
    return best.look;
  }

  /** Returns the look of the segment. */
  RunStyle outermost() {
    return of(OUTERMOST);
  }

  /** Returns the look in an element with runs. */
  RunStyle of(int pair) {
    return looks.getOrDefault(pair, RunStyle.PLAIN);
  }

  /**
   * Returns whether nobody sees what a text looks like: spaces, marks of direction, and stops and
   * dashes as a mouse leaves them in another look than the words beside them.
   */
  static boolean isNeutral(Text text) {
    String value = text.value();
    if (text.style().showsOnSpaces() || (value.length() > MOST_SIGNS && !text.isBlank())) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!Item.isSpace(c) && Character.getType(c) != Character.FORMAT && SIGNS.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
