package dev.yiben.formats.block;

import dev.yiben.formats.block.Item.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes of a trimmed run as few codes as it can: neighbours without text between are one. */
final class Collapser {
  private final List<Item> merged = new ArrayList<>();

  /** Whether white space would be swallowed here, as after a space or a line break. */
  private boolean afterSpace = true;

  private Collapser() {}

  /** Returns the items with white space collapsed and neighbouring codes merged. */
  static List<Item> collapse(List<Item> items) {
    Collapser collapser = new Collapser();
    items.forEach(collapser::add);
    return mergePairs(collapser.merged);
  }

  private void add(Item item) {
    switch (item.kind()) {
      case LITERAL, ENCODED -> addText(item);
      case ATOM, MARK, BREAK, OPEN, CLOSE -> {
        Item last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
        Item both = last == null ? null : merge(last, item);
        if (both == null) {
          merged.add(item);
        } else {
          merged.set(merged.size() - 1, both);
        }
        if (item.kind() == Kind.BREAK) {
          afterSpace = true;
        } else if (item.kind() == Kind.ATOM || !item.value().isEmpty()) {
          afterSpace = false;
        }
      }
      case GONE -> merged.add(item);
    }
  }

  private void addText(Item item) {
    String value = item.value();
    StringBuilder collapsed = new StringBuilder(value.length());
    int from = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
      if (space && (afterSpace || c != ' ')) {
        collapsed.append(value, from, i).append(afterSpace ? "" : " ");
        from = i + 1;
      }
      afterSpace = space;
    }
    collapsed.append(value, from, value.length());
    if (!collapsed.isEmpty()) {
      merged.add(
          new Item(item.kind(), item.start(), item.end(), collapsed.toString(), item.pair()));
    }
  }

  /** Returns two neighbours as one code, or null where they must stay two. */
  private static Item merge(Item first, Item second) {
    if (first.isLoose() || second.isLoose() || first.isRewritten() || second.isRewritten()) {
      return null;
    }
    boolean firstTag = first.isTag();
    boolean secondTag = second.isTag();
    if (isAtomic(first) && isAtomic(second)) {
      Kind kind = first.kind() == second.kind() ? first.kind() : Kind.ATOM;
      return new Item(
          kind, first.start(), second.end(), first.value() + second.value(), Item.UNPAIRED);
    }
    if (first.kind() == Kind.MARK && secondTag) {
      return second.withStart(first.start());
    }
    if (firstTag && second.kind() == Kind.MARK) {
      return first.withEnd(second.end());
    }
    return null;
  }

  private static boolean isAtomic(Item item) {
    return switch (item.kind()) {
      case ATOM, MARK, BREAK -> true;
      case LITERAL, ENCODED, OPEN, CLOSE, GONE -> false;
    };
  }

  /** Merges pairs that begin together and end together. */
  private static List<Item> mergePairs(List<Item> items) {
    Map<Integer, Integer> closes = new HashMap<>();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).kind() == Kind.CLOSE && !items.get(i).isLoose()) {
        closes.put(items.get(i).pair(), i);
      }
    }
    List<Item> result = new ArrayList<>(items);
    for (int outer = items.size() - 2; outer >= 0; outer--) {
      Item open = result.get(outer);
      Item inner = result.get(outer + 1);
      if (open.kind() != Kind.OPEN
          || open.isLoose()
          || inner.kind() != Kind.OPEN
          || inner.isLoose()) {
        continue;
      }
      int outerClose = closes.get(open.pair());
      int innerClose = closes.get(inner.pair());
      if (innerClose + 1 == outerClose
          && !result.get(innerClose).isRewritten()
          && !result.get(outerClose).isRewritten()) {
        result.set(outer, open.withEnd(inner.end()));
        result.set(outer + 1, null);
        result.set(outerClose, result.get(outerClose).withStart(result.get(innerClose).start()));
        result.set(innerClose, null);
      }
    }
    result.removeIf(item -> item == null || item.kind() == Kind.GONE);
    return result;
  }
}
