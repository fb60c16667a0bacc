package dev.yiben.formats.run;

import dev.yiben.formats.run.Item.Close;
import dev.yiben.formats.run.Item.Code;
import dev.yiben.formats.run.Item.Open;
import dev.yiben.formats.run.Item.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Widens pairs that begin or end in a word so that all of it is in them. A word that is in two of
 * them then is in the first alone.
 */
final class WholeWords {
  /** Stands for what parts words. */
  private static final char PARTS = '\uFFFC';

  private final List<Item> items;
  private final Set<Integer> movable;
  private final StringBuilder text = new StringBuilder();
  private final List<Pair> pairs = new ArrayList<>();

  /** A pair that is widened, in places of the text. */
  private static final class Pair {
    private final Open open;
    private Close close;
    private int start;
    private int end;

    Pair(Open open, int start) {
      this.open = open;
      this.start = start;
    }
  }

  private WholeWords(List<Item> items, Set<Integer> movable) {
    this.items = items;
    this.movable = movable;
  }

  /**
   * Widens pairs.
   *
   * @param movable numbers of the pairs to widen, which do not lie within each other
   */
  static List<Item> widen(List<Item> items, Set<Integer> movable) {
    return movable.isEmpty() ? items : new WholeWords(items, movable).widened();
  }

  private List<Item> widened() {
    place();
    WordBounds words = new WordBounds(text);
    List<Pair> kept = new ArrayList<>();
    int done = 0;
    for (Pair pair : pairs) {
      pair.start = Math.max(done, words.start(pair.start));
      pair.end = words.end(pair.end);
      if (hasContent(pair)) {
        kept.add(pair);
        done = pair.end;
      }
    }
    return withPairs(kept);
  }

  /** Finds out where in the text the pairs are. */
  private void place() {
    Map<Integer, Pair> open = new HashMap<>();
    for (Item item : items) {
      if (item instanceof Open start && movable.contains(start.pair())) {
        Pair pair = new Pair(start, text.length());
        open.put(start.pair(), pair);
        pairs.add(pair);
      } else if (item instanceof Close end && movable.contains(end.pair())) {
        Pair pair = open.get(end.pair());
        pair.close = end;
        pair.end = text.length();
      } else {
        text.append(shown(item));
      }
    }
  }

  private static String shown(Item item) {
    if (item instanceof Text run) {
      return run.value();
    }
    return item instanceof Code code && code.kind().isAnchor() ? "" : String.valueOf(PARTS);
  }

  private boolean hasContent(Pair pair) {
    for (int i = pair.start; i < pair.end; i++) {
      if (text.charAt(i) == PARTS || Character.isLetterOrDigit(text.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }

  private List<Item> withPairs(List<Pair> kept) {
    List<Item> result = new ArrayList<>();
    int next = 0;
    boolean open = false;
    int start = 0;
    for (Item item : items) {
      if ((item instanceof Open other && movable.contains(other.pair()))
          || (item instanceof Close another && movable.contains(another.pair()))) {
        continue;
      }
      int end = start + shown(item).length();
      int from = start;
      // Before what is seen, pairs end that end here, and begin that begin here.
      while (next < kept.size() && (open ? kept.get(next).end : kept.get(next).start) < end) {
        int place = open ? kept.get(next).end : kept.get(next).start;
        add(item, from - start, place - start, result);
        result.add(open ? kept.get(next).close : kept.get(next).open);
        from = place;
        next += open ? 1 : 0;
        open = !open;
      }
      if (item instanceof Text) {
        add(item, from - start, end - start, result);
      } else {
        result.add(item);
      }
      start = end;
    }
    if (open) {
      result.add(kept.get(next).close);
    }
    return result;
  }

  private static void add(Item item, int from, int to, List<Item> result) {
    if (item instanceof Text run && from < to) {
      result.add(new Text(run.value().substring(from, to), run.style()));
    }
  }
}
